"""The whole program, stage by stage, in the order in which the data flows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import islice

from msgspec import Struct
from msgspec.structs import replace

from stancecli import __version__
from stancecli.actors import identify
from stancecli.aim import PartyMap, aim
from stancecli.attribute import CueIndex, attribute, label
from stancecli.clean import clean
from stancecli.errors import StanceError
from stancecli.framing import treatment
from stancecli.garbage import uncollected
from stancecli.inline import set_aside
from stancecli.lexicon import Lexicons, load_lexicons
from stancecli.match import TermIndex, match, outside_names
from stancecli.model import (
    SCHEMA,
    Answer,
    Cast,
    Document,
    Failure,
    Fault,
    Hit,
    Input,
    Parse,
    Report,
    Result,
    Speech,
    Stamp,
)
from stancecli.predicates import PredicateIndex
from stancecli.quoted import quoted_words
from stancecli.roster import load_roster
from stancecli.segment import segment
from stancecli.settings import DEFAULT, Settings
from stancecli.stance import judge
from stancecli.stance.gather import Finders
from stancecli.tally import tally
from stancecli.tones import ToneIndex
from stancecli.weights.threads import one_thread

CHUNK = 16
"""Documents that go through the stages together; attributing many at once costs less for each."""


class Tools(Struct, frozen=True):
    """What stays the same from document to document: lexicons, compiled once, and settings."""

    lexicons: Lexicons
    terms: TermIndex
    cues: CueIndex
    finders: Finders
    settings: Settings


def prepare(lexicons: Sequence[str] = (), ignore: Sequence[str] = (), settings: Settings = DEFAULT) -> Tools:
    """Load and compile lexicons: names or paths, none for the default set, less the ignored entries.

    Raises `LexiconError` for a lexicon that does not exist or has a mistake.
    """
    return compiled(load_lexicons(lexicons, ignore), settings)


def compiled(lexicons: Lexicons, settings: Settings) -> Tools:
    """Make lexicons that are loaded ready for use."""
    finders = Finders(PredicateIndex(lexicons), ToneIndex(lexicons))
    return Tools(lexicons, TermIndex(lexicons, settings), CueIndex(lexicons), finders, settings)


@cache
def _ready() -> Tools:
    """The default tools, prepared once a process: unlike a user's file, what ships does not change under it."""
    return prepare()


def watching(names: Iterable[str]) -> Settings:
    """The settings with a watch list."""
    return replace(DEFAULT, watch=tuple(names))


def analyze(
    text: str,
    *,
    targets: Sequence[str] = (),
    title: str | None = None,
    lexicons: Sequence[str] = (),
    ignore: Sequence[str] = (),
    actors: str | None = None,
    watch: Sequence[str] = (),
    id: str = "text",
) -> Report:
    """Analyse one article, given as plain text, Markdown or HTML.

    `targets` are names or phrases whose stance rows must be present, `watch` the same where the text mentions them,
    `title` is the article's title where the text does not hold it, `lexicons` and `ignore` are as in `prepare`,
    `actors` is the path of a file of actors, `id` names the report. Raises `InputError` where the text holds nothing to
    analyse, `RosterError` for a file of actors with a mistake. To analyse many articles, call `prepare` once and
    `answer` with all of them.
    """
    tools = prepare(lexicons, ignore, watching(watch)) if lexicons or ignore or watch else _ready()
    roster = load_roster(actors) if actors else None
    return report(clean(Input(id=id, data=text, title=title, targets=tuple(targets), roster=roster)), tools)


def report(document: Document, tools: Tools) -> Report:
    """Take one document through all stages."""
    return _answers([document], tools)[0].report


def answer(inputs: Iterable[Input | Result], tools: Tools, chunk: int = CHUNK) -> Iterator[Result]:
    """Answer every input, in order; what cannot be answered is a `Failure` in its place.

    What is an answer or a failure already passes through.
    """
    rest = iter(inputs)
    while several := list(islice(rest, chunk)):
        with uncollected():
            read = [_read(item) for item in several]
            answers = iter(_answers_or_failures([item for item in read if isinstance(item, Document)], tools))
        yield from (next(answers) if isinstance(item, Document) else item for item in read)


def _read(item: Input | Result) -> Document | Result:
    if not isinstance(item, Input):
        return item
    try:
        return clean(item)
    except StanceError as error:
        return Failure(item.id, Fault(error.message, error.place))
    except Exception as error:  # noqa: BLE001 - a mistake of ours costs one document
        return _defect(item.id, item.place, error)


def _answers_or_failures(documents: list[Document], tools: Tools) -> list[Result]:
    """All documents together, for speed; one by one where one of them brings out a defect of ours."""
    try:
        return list(_answers(documents, tools))
    except Exception as error:  # noqa: BLE001 - a mistake of ours costs one document
        if len(documents) == 1:
            return [_defect(documents[0].id, documents[0].id, error)]
        return [result for document in documents for result in _answers_or_failures([document], tools)]


def _defect(id: str, place: str, error: Exception) -> Failure:
    """A mistake of the tool costs the one document that shows it, and says so."""
    message = f"the tool failed on this text ({type(error).__name__}: {error}); please report it together with the text"
    return Failure(id, Fault(message, place))


def _answers(documents: Sequence[Document], tools: Tools) -> list[Answer]:
    with one_thread():
        labelled = label([segment(document) for document in documents], tools.cues)
        return [Answer(_report(item.parse, attribute(item), tools), item.parse) for item in labelled]


def _report(parse: Parse, speech: Speech, tools: Tools) -> Report:
    document, settings = parse.document, tools.settings
    cast = identify(parse, speech, settings.watch)
    parse = _asking(parse, cast)
    found = _kept(outside_names(match(parse, tools.terms, cast.speech), cast, document.text), document, tools.terms)
    kept, idle = set_aside(found, document, tools.terms.names)
    parties = PartyMap(parse, cast)
    hits = aim(parse, cast, parties, kept, tools.terms)
    stances = judge(parse, cast, parties, hits, tools.finders, settings)
    rows = tally(parse, cast, parties, hits, settings)
    return Report(
        schema=SCHEMA,
        id=document.id,
        title=document.title,
        url=document.url,
        date=document.date,
        outlet=document.outlet,
        language=document.language,
        sentences=len(parse.sentences),
        text=document.text if document.extracted else None,
        attributions=cast.speech.attributions,
        withheld=cast.speech.withheld,
        actors=rows,
        hits=hits,
        stances=stances,
        targets={name: cast.targets.get(name) for name in cast.requested},
        treatment=treatment(rows, [cast.targets.get(name, name) for name in cast.requested], settings),
        warnings=document.warnings + idle,
        stamp=_stamp(document, tools),
        byline=document.byline,
        words=sum([row.words for row in rows]),
        **_quoted(parse, cast),
    )


def _asking(parse: Parse, cast: Cast) -> Parse:
    """The parse, asked for what is watched and in the text besides what was asked for anyway."""
    document = parse.document
    return (
        parse
        if cast.requested == document.targets
        else replace(parse, document=replace(document, targets=cast.requested))
    )


def _kept(hits: tuple[Hit, ...], document: Document, terms: TermIndex) -> tuple[Hit, ...]:
    """The hits of entries that no name ignored for this document stands for."""
    if not document.ignored:
        return hits
    ignored = frozenset().union(*(terms.names[name] for name in document.ignored))
    return tuple(hit for hit in hits if hit.entry not in ignored)


def _quoted(parse: Parse, cast: Cast) -> dict[str, int]:
    quoted, attributed = quoted_words(parse, cast)
    return {"quoted_words": quoted, "quoted_words_attributed": attributed}


def _stamp(document: Document, tools: Tools) -> Stamp:
    return Stamp(
        version=__version__,
        lexicons={head.name: head.digest for head in tools.lexicons.heads},
        settings=tools.settings.digest(document.roster.digest if document.roster else "", document.ignored),
        input=document.digest,
    )
