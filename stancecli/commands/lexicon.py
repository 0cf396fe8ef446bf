"""`stancecli lexicon`: see, check and try the lists of loaded words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from stancecli.lexicon import LexiconFile
    from stancecli.model import Entry, Fault, Lexicon

_SIGNS = {-1.0: "negative", 0.0: "neutral", 1.0: "positive"}
_AIMS = {
    "modified": "what it stands beside",
    "object": "the object of its verb",
    "subject": "the subject of its verb",
    "speaker": "who speaks",
}
_PATHS = click.argument("names", metavar="[NAME-or-PATH...]", nargs=-1)


@click.group(name="lexicon", short_help="See, check and try the lists of loaded words.")
def command() -> None:
    """See, check and try the lists of loaded words.

    A lexicon is a YAML file that anyone can read and write: docs/lexicons.md teaches it.
    """


@command.command(name="list", short_help="List the lexicons that come with stancecli.")
def list_() -> None:
    """List the lexicons that come with stancecli.

    A pack is the subject whose words a lexicon holds: '--lexicon general --lexicon war' uses no others,
    '--ignore war' all others. The digest tells versions apart: a report names it for each lexicon that it used.

    \b
    Example:
      stancecli lexicon list
    """
    import sys

    from stancecli.lexicon import find, load
    from stancecli.terminal import width_of

    rows: list[tuple[str, ...]] = [
        ("name", "pack", "category", "entries", "language", "version", "digest", "description")
    ]
    for file in find(["default"]):
        lexicon = load(file)
        count, version = str(len(lexicon.entries)), str(lexicon.version)
        numbers = (count, lexicon.language, version, lexicon.digest[:12])
        rows.append(
            (
                lexicon.name,
                lexicon.pack,
                _categories(lexicon),
                *numbers,
                lexicon.description.partition(". ")[0].removesuffix("."),
            )
        )
    widths = [max(map(len, column)) for column in list(zip(*rows, strict=True))[:-1]]
    for row in rows:
        cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=False)]
        line = "  ".join([*cells, row[-1]])
        _say(line[: width_of(sys.stdout)] if sys.stdout.isatty() else line)


@command.command(short_help="Explain an entry, or show a whole lexicon.")
@click.argument("name", metavar="ID|TERM|NAME")
@click.option(
    "--lexicon",
    "lexicons",
    metavar="NAME-or-PATH",
    multiple=True,
    help="Look in these lexicons in place of the default set. Repeatable.",
)
def show(name: str, lexicons: tuple[str, ...]) -> None:
    """Explain an entry, or show a whole lexicon.

    An entry is named by its id, its term, or any of its forms.

    \b
    Examples:
      stancecli lexicon show labels:goon
      stancecli lexicon show goons
      stancecli lexicon show labels
    """
    from stancecli.lexicon import load_lexicons

    loaded = load_lexicons(lexicons)
    for line in _shown(name, loaded):
        _say(line)


@command.command(short_help="Check that lexicons are well written.")
@_PATHS
@click.pass_context
def validate(context: click.Context, names: tuple[str, ...]) -> None:
    """Check that lexicons are well written; without an argument, those that come with stancecli.

    Every mistake is told as FILE:LINE, and the command then ends with 3.

    \b
    Examples:
      stancecli lexicon validate
      stancecli lexicon validate my/words.yaml other/lexicons/
    """
    context.exit(_check(names, tried=False))


@command.command(short_help="Try the examples of lexicons.")
@_PATHS
@click.pass_context
def test(context: click.Context, names: tuple[str, ...]) -> None:
    """Try the examples of lexicons; without an argument, those that come with stancecli.

    Each entry must be found in its 'hit' sentences and not in its 'miss' sentences. What fails is told
    as FILE:LINE, and the command then ends with 3.

    \b
    Examples:
      stancecli lexicon test
      stancecli lexicon test labels my/words.yaml
    """
    context.exit(_check(names, tried=True))


def _check(names: tuple[str, ...], *, tried: bool) -> int:
    """Check each lexicon, and try its examples if asked to; the exit code."""
    from stancecli.errors import Exit, StanceError
    from stancecli.lexicon import find

    code = Exit.FINE
    for name in names or ("default",):
        try:
            files = find([name])
        except StanceError as error:
            _say(str(error), err=True)
            code = Exit.INPUT
            continue
        for file in files:
            faults, message = _checked(file, tried=tried)
            for fault in faults:
                _say(f"{fault.place}: {fault.message}", err=True)
            if faults:
                code = Exit.INPUT
            else:
                _say(f"{file.path}: {message}")
    return code


def _checked(file: LexiconFile, *, tried: bool) -> tuple[tuple[Fault, ...], str]:
    """What is wrong with a lexicon, and what to say if nothing is."""
    from stancecli.lexicon import check

    lexicon, faults = check(file)
    if lexicon is None:
        return faults, ""
    entries = _counted(len(lexicon.entries), "entry", "entries")
    if not tried:
        return (), f"{entries}, no mistake"
    from stancecli.examples import try_examples

    groups = {entry.examples for entry in lexicon.entries}
    sentences = sum(len(examples.hit) + len(examples.miss) for examples in groups)
    examples = _counted(sentences, "example", "examples")
    return try_examples(lexicon), f"{entries}, {examples}, all as they should be"


def _counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _shown(name: str, lexicons: tuple[Lexicon, ...]) -> Iterator[str]:
    """The lines about a lexicon, or about the entries of that id, term or form."""
    from stancecli.errors import LexiconError
    from stancecli.lexicon import nearest
    from stancecli.tokens import words_of

    words = words_of(name)
    named = [lexicon for lexicon in lexicons if lexicon.name == name]
    entries = [
        (entry, lexicon)
        for lexicon in lexicons
        for entry in lexicon.entries
        if entry.id == name or words in entry.forms
    ]
    if not named and not entries:
        known = [lexicon.name for lexicon in lexicons]
        known += [text for lexicon in lexicons for entry in lexicon.entries for text in (entry.id, entry.term)]
        raise LexiconError(f"no lexicon, term or id has this name{nearest(name, known)}", name)
    for lexicon in named:
        yield from _about_lexicon(lexicon)
    for entry, lexicon in entries:
        yield from _about_entry(entry, lexicon)


def _about_lexicon(lexicon: Lexicon) -> Iterator[str]:
    yield f"{lexicon.name}  pack {lexicon.pack}  {_categories(lexicon)}  version {lexicon.version}  {lexicon.path}"
    yield f"  {lexicon.description}"
    for entry in lexicon.entries:
        yield f"  {entry.term}  {_sign(entry)} {entry.weight:g}"
    yield ""


def _sign(entry: Entry) -> str:
    """The polarity of a term, or who stands where by a predicate ("subject against object")."""
    if not entry.attitudes:
        return _SIGNS[entry.polarity]
    return "; ".join(f"{one.holder} {'for' if one.polarity > 0 else 'against'} {one.target}" for one in entry.attitudes)


def _about_entry(entry: Entry, lexicon: Lexicon) -> Iterator[str]:
    from textwrap import wrap

    rows = [
        ("kind", f"{entry.category}, {_sign(entry)}, weight {entry.weight:g}"),
        ("why", entry.why),
        ("about", _AIMS.get(entry.aim, "")),
        ("forms", _listed(" ".join(form) for form in entry.forms)),
        ("not in", _listed(" ".join(phrase) for phrase in entry.innocent)),
        ("plainly", _listed(entry.neutral)),
        ("takes", _listed(entry.takes)),
        ("reports", entry.reports and f"{entry.reports}, {entry.tilt}"),
        *(("hits", sentence) for sentence in entry.examples.hit),
        *(("misses", sentence) for sentence in entry.examples.miss),
    ]
    yield f"{entry.id}  {lexicon.path}:{entry.line}"
    for label, text in rows:
        for number, line in enumerate(wrap(text, 86)):
            yield f"  {'' if number else label:<10}{line}"
    yield ""


def _categories(lexicon: Lexicon) -> str:
    """The category of most entries, and a sign that there are others."""
    from collections import Counter

    counts = Counter(entry.category for entry in lexicon.entries)
    first, *others = sorted(counts, key=lambda name: (-counts[name], name))
    return f"{first} +{len(others)}" if others else first


def _listed(texts: Iterable[str]) -> str:
    return ", ".join(texts)


def _say(line: str, *, err: bool = False) -> None:
    from stancecli.terminal import printable

    click.echo(printable(line), err=err)
