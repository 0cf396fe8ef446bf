"""`stancecli lexicon`: see, check, try, compare and begin lists of loaded words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from stancecli.model import Fault, Lexicon

_NAMES = click.argument("names", metavar="[NAME-or-PATH...]", nargs=-1)
_LEXICONS = click.option(
    "--lexicon",
    "lexicons",
    metavar="NAME-or-PATH",
    multiple=True,
    help="Look in these lexicons in place of the default set. Repeatable.",
)


_BROAD = 120
"""Columns of a terminal from which on a list has room for languages, versions and digests."""


@click.group(name="lexicon", short_help="See, check, try and begin lists of loaded words.")
def command() -> None:
    """See, check, try, compare and begin lists of loaded words.

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
    from stancecli.lexicon.show import overview
    from stancecli.terminal import width_of

    rows = list(overview([load(file) for file in find(["default"])]))
    room = width_of(sys.stdout) if sys.stdout.isatty() else None
    if room and room < _BROAD:
        rows = [(*row[:4], row[-1]) for row in rows]
    widths = [max(map(len, column)) for column in list(zip(*rows, strict=True))[:-1]]
    for row in rows:
        cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=False)]
        line = "  ".join([*cells, row[-1]])
        _say(line[:room])


@command.command(short_help="Explain an entry, or show a whole lexicon.")
@click.argument("name", metavar="ID|TERM|NAME")
@_LEXICONS
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
    from stancecli.lexicon.show import about

    for line in about(name, load_lexicons(lexicons)):
        _say(line)


@command.command(short_help="Check that lexicons are well written.")
@_NAMES
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
@_NAMES
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


@command.command(short_help="Count which entries fire in your articles, and which never.")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(readable=False))
@_LEXICONS
@click.option("--all", "every", is_flag=True, help="List the entries that never fire too.")
@click.pass_context
def coverage(context: click.Context, paths: tuple[str, ...], lexicons: tuple[str, ...], every: bool) -> None:
    """Count which entries fire in your articles, and which never.

    PATH is a file, a pattern, a directory, or - for standard input (one article, or JSON Lines where it
    ends in .jsonl). A line for each entry: its hits, the documents that hold them, its id. Those that never
    fire are counted; with --all they stand last, with 0.

    \b
    Examples:
      stancecli lexicon coverage news/
      stancecli lexicon coverage corpus.jsonl --lexicon my/words.yaml --all
    """
    from stancecli.coverage import cover
    from stancecli.errors import Exit
    from stancecli.read import read

    found = cover(read(paths), lexicons)
    for failure in found.failures:
        _say(f"stancecli: {failure.error.place}: {failure.error.message}", err=True)
    _say("hits  documents  entry")
    for row in found.rows:
        if row.hits or every:
            _say(f"{row.hits:>4}  {row.documents:>9}  {row.entry}")
    silent = sum(not row.hits for row in found.rows)
    if silent and not every:
        _say(f"{_counted(silent, 'entry', 'entries')} never fired: --all lists them")
    hits = sum(row.hits for row in found.rows)
    entries = f"{len(found.rows) - silent} of {_counted(len(found.rows), 'entry', 'entries')}"
    documents, words = _counted(found.documents, "document", "documents"), _counted(found.words, "word", "words")
    _say(f"{_counted(hits, 'hit', 'hits')} of {entries} in {documents}, {words}", err=True)
    context.exit(Exit.INPUT if found.failures else Exit.FINE)


@command.command(short_help="Tell what differs between two lexicons.")
@click.argument("before", metavar="NAME-or-PATH")
@click.argument("after", metavar="NAME-or-PATH")
def diff(before: str, after: str) -> None:
    """Tell what differs between two lexicons, or two folders or packs of them.

    A line for each entry that came (+), went (-) or changed (~), by its term, in whatever file it stands.

    \b
    Examples:
      stancecli lexicon diff labels my/labels.yaml
      stancecli lexicon diff old/lexicons/ default
    """
    from stancecli.lexicon import find, load
    from stancecli.lexicon.compare import compare

    old, new = ([load(file) for file in find([name])] for name in (before, after))
    changes = list(compare(old, new))
    for change in changes:
        _say(f"{change.sign} {change.term}  {change.how}")
    came, went, changed = (sum(change.sign == sign for change in changes) for sign in "+-~")
    _say(f"{came} came, {went} went, {changed} changed", err=True)


@command.command(short_help="Begin a lexicon: a commented file to fill.")
@click.argument("name", metavar="NAME")
def new(name: str) -> None:
    """Begin a lexicon: print a commented file, valid as it stands, to fill with words of your own.

    \b
    Example:
      stancecli lexicon new harbour > harbour.yaml
    """
    from stancecli.lexicon.skeleton import skeleton

    click.echo(skeleton(name), nl=False)


@command.command(short_help="Print the JSON Schema of lexicon files, for editors.")
def schema() -> None:
    """Print the JSON Schema of lexicon files: editors complete keys and mark mistakes by it.

    \b
    Example:
      stancecli lexicon schema > lexicon.schema.json
    """
    import json

    from stancecli.lexicon.schema import lexicon_schema

    click.echo(json.dumps(lexicon_schema(), indent=2))


def _check(names: tuple[str, ...], *, tried: bool) -> int:
    """Check each lexicon, and try its examples if asked to; the exit code."""
    from stancecli.errors import Exit
    from stancecli.garbage import uncollected

    code = Exit.FINE
    with uncollected():
        checked = list(_checked(names or ("default",)))
    failures = iter(_failures([lexicon for lexicon, _ in checked if lexicon], tried=tried))
    for lexicon, mistakes in checked:
        faults = next(failures) if lexicon else mistakes
        for fault in faults:
            _say(f"{fault.place}: {fault.message}", err=True)
        if lexicon and not faults:
            _say(f"{lexicon.path}: {_size(lexicon, tried=tried)}")
        else:
            code = Exit.INPUT
    return code


def _checked(names: Iterable[str]) -> Iterator[tuple[Lexicon | None, tuple[Fault, ...]]]:
    """Each lexicon, or None and what is wrong with it."""
    from stancecli.errors import StanceError
    from stancecli.lexicon import check, find
    from stancecli.model import Fault

    for name in names:
        try:
            files = find([name])
        except StanceError as error:
            yield None, (Fault(error.message, error.place),)
        else:
            yield from map(check, files)


def _failures(lexicons: Sequence[Lexicon], *, tried: bool) -> list[tuple[Fault, ...]]:
    """For each lexicon which examples fail; none where they are not tried."""
    if not tried:
        return [()] * len(lexicons)
    from stancecli.examples import try_examples

    return try_examples(lexicons)


def _size(lexicon: Lexicon, *, tried: bool) -> str:
    """How much was checked, and tried."""
    entries = _counted(len(lexicon.entries), "entry", "entries")
    if not tried:
        return f"{entries}, no mistake"
    groups = {entry.examples for entry in lexicon.entries}
    sentences = sum(len(examples.hit) + len(examples.miss) for examples in groups)
    return f"{entries}, {_counted(sentences, 'example', 'examples')}, all as they should be"


def _counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _say(line: str, *, err: bool = False) -> None:
    from stancecli.terminal import printable

    click.echo(printable(line), err=err)
