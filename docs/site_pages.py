"""What the site has besides the files of this folder: pages from elsewhere, and reference that is made from the code.

A hook of MkDocs (mkdocs.yml): links between files of the repository become links between pages, and those to files that are no
pages become their names.
"""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from stancecli.lexicon import find, load
from stancecli.report_schema import report_schema

ROOT = Path(__file__).parent.parent
PAGES = {
    "README.md": "index.md",
    "benchmarks/README.md": "accuracy.md",
    "CONTRIBUTING.md": "contributing.md",
    "CHANGELOG.md": "changelog.md",
}
"""Files of the repository, and their pages."""

_LINK = re.compile(r"(!?)\[([^\]]+)\]\((?!https?:)([^)#]*)(#[^)]*)?\)")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages that are not in the folder."""
    made = {page: linked((ROOT / source).read_text(encoding="utf-8"), source) for source, page in PAGES.items()}
    made |= {"schema.md": "\n".join(schema()), "categories.md": "\n".join(categories())}
    for page, text in made.items():
        files.append(File.generated(config, page, content=text))
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Mend the links of the folder's own pages; the others have theirs."""
    return linked(markdown, f"docs/{page.file.src_uri}") if page.file.generated_by is None else markdown


def linked(text: str, source: str) -> str:
    """The text of a file of the repository, with its links as a page of the site has them."""

    def mended(found: re.Match[str]) -> str:
        sign, words, target, anchor = found[1], found[2], found[3], found[4] or ""
        if not target:
            return found[0]
        path = posixpath.normpath(posixpath.join(posixpath.dirname(source), target))
        page = PAGES.get(path) or (path.removeprefix("docs/") if path.startswith("docs/") else None)
        return f"{sign}[{words}]({page}{anchor})" if page else words

    return _LINK.sub(mended, text)


def schema() -> Iterator[str]:
    """The types of the JSON output and their fields."""
    whole = report_schema()
    yield "# Schema\n"
    yield f"`stancecli schema` prints the JSON Schema of `{whole['title']}`; this page is made from it.\n"
    for name, definition in whole["$defs"].items():
        yield f"## {name}\n"
        yield f"{definition['description']}\n"
        if "properties" in definition:
            yield "| field | type |\n| --- | --- |"
            yield from (f"| `{field}` | {kind(told)} |" for field, told in definition["properties"].items())
            yield ""


def kind(told: dict[str, Any]) -> str:
    """A type in words: "a list of [Span](#span)"."""
    if "$ref" in told:
        name = told["$ref"].rpartition("/")[2]
        return f"[{name}](#{name.lower()})"
    if "anyOf" in told:
        return " or ".join(kind(one) for one in told["anyOf"])
    if "enum" in told:
        return ", ".join(f"`{value}`" for value in told["enum"])
    if told.get("type") == "array":
        inner = told.get("items") or {}
        return f"a list of {kind(inner)}" if inner else "a list"
    if told.get("type") == "object":
        return f"by name: {kind(told['additionalProperties'])}" if told.get("additionalProperties") else "an object"
    return str(told.get("type", "anything"))


def categories() -> Iterator[str]:
    """The lexicons that come with the tool, and the categories of their entries."""
    lexicons = [load(file) for file in find(["default"])]
    counts = Counter(entry.category for lexicon in lexicons for entry in lexicon.entries)
    yield "# Lexicons and categories\n"
    yield "Made from the lexicons themselves. [Writing a lexicon](lexicons.md#categories) says what each category means.\n"
    yield "| category | entries |\n| --- | ---: |"
    yield from (f"| `{name}` | {count:,} |" for name, count in sorted(counts.items()))
    yield "\n| lexicon | pack | entries | what it holds |\n| --- | --- | ---: | --- |"
    yield from (f"| `{one.name}` | {one.pack} | {len(one.entries):,} | {one.description} |" for one in lexicons)
