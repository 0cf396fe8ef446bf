"""Every type of the pipeline: frozen values that stages take and return.

Positions come in two kinds and are never mixed. A `Span` counts characters of `Document.text`; a
`Range` counts tokens of a `Parse`. Both are half open. `Parse.span` turns the second into the first.

What the JSON report shows (`Report` and all that it holds) is written field by field as declared
there; its JSON Schema is generated from these classes, so a field's description stands beside it.
Types are imported from here: the files are for whoever reads.
"""

from stancecli.model.answer import Answer, Failure, Fault, Result
from stancecli.model.gates import Crossing, Filter, Rule
from stancecli.model.lexicon import Aim, Attitude, Entry, Examples, Inflection, Lexicon, Tilt
from stancecli.model.report import (
    AUTHOR,
    SCHEMA,
    UNATTRIBUTED,
    ActorRow,
    Device,
    Evidence,
    Framing,
    Hit,
    Measure,
    Places,
    Relation,
    Report,
    Signed,
    Stamp,
    Stance,
    Treatment,
)
from stancecli.model.speech import Actor, ActorKind, Attribution, Cast, Content, Cue, Source, Speech, Unit, Withheld
from stancecli.model.text import (
    Anchor,
    Document,
    Input,
    Member,
    Origin,
    Paragraph,
    Parse,
    Quotation,
    Range,
    Roster,
    Span,
    Waiver,
    unmarked,
)

__all__ = [
    "AUTHOR",
    "SCHEMA",
    "UNATTRIBUTED",
    "Actor",
    "ActorKind",
    "ActorRow",
    "Aim",
    "Anchor",
    "Answer",
    "Attitude",
    "Attribution",
    "Cast",
    "Content",
    "Crossing",
    "Cue",
    "Device",
    "Document",
    "Entry",
    "Evidence",
    "Examples",
    "Failure",
    "Fault",
    "Filter",
    "Framing",
    "Hit",
    "Inflection",
    "Input",
    "Lexicon",
    "Measure",
    "Member",
    "Origin",
    "Paragraph",
    "Parse",
    "Places",
    "Quotation",
    "Range",
    "Relation",
    "Report",
    "Result",
    "Roster",
    "Rule",
    "Signed",
    "Source",
    "Span",
    "Speech",
    "Stamp",
    "Stance",
    "Tilt",
    "Treatment",
    "Unit",
    "Waiver",
    "Withheld",
    "unmarked",
]
