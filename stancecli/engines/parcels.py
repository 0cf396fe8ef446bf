"""What travels between processes: inputs in parcels, answers, and the tools to make them with, as bytes.

The form is MessagePack of the model's own types: ten times as quick as pickling them, and it runs nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from stancecli.lexicon import Lexicons, Packed
from stancecli.model import Answer, Failure, Input, Origin, Result, Roster
from stancecli.pipeline import CHUNK, Tools, answer, compiled
from stancecli.settings import Settings

CHARACTERS = 200_000
"""A parcel is full with so many characters (or bytes) of text: a second's work, and a bound to memory."""

Item = Input | Result
"""What is to be answered, or what is known already and only keeps its place."""


class _Kit(Struct, array_like=True):
    lexicons: tuple[Packed, ...]
    settings: Settings


class _Sent(Struct, array_like=True):
    """An input; `text` says that its data was text already."""

    id: str
    data: bytes
    text: bool
    media: Literal["text", "markdown", "html", "pdf", "docx"] | None
    title: str | None
    targets: tuple[str, ...]
    url: str | None
    date: str | None
    outlet: str | None
    origin: Origin | None
    ignored: tuple[str, ...]


class _Parcel(Struct, array_like=True):
    """Inputs that share a roster, which is sent once for all of them."""

    roster: Roster | None
    inputs: list[_Sent]


class _Outcome(Struct, array_like=True):
    answer: Answer | None = None
    failure: Failure | None = None


_ENCODER = msgspec.msgpack.Encoder()
_KIT = msgspec.msgpack.Decoder(_Kit)
_PARCEL = msgspec.msgpack.Decoder(_Parcel)
_OUTCOMES = msgspec.msgpack.Decoder(list[_Outcome])


def parcels(items: Iterable[Item], most: int = CHUNK) -> Iterator[list[Item]]:
    """The items in order, in parcels of at most `most` items, one roster, and some `CHARACTERS` of text."""
    parcel: list[Item] = []
    size = 0
    roster: Roster | None = None
    for item in items:
        if isinstance(item, Input):
            if parcel and (item.roster is not roster or size + len(item.data) > CHARACTERS):
                yield parcel
                parcel, size = [], 0
            roster = item.roster
            size += len(item.data)
        parcel.append(item)
        if len(parcel) == most:  # now, and not when the next item comes: that may take its time
            yield parcel
            parcel, size = [], 0
    if parcel:
        yield parcel


def packed_tools(tools: Tools) -> bytes:
    """Lexicons and settings, as one value."""
    return _ENCODER.encode(_Kit(tools.lexicons.packed, tools.settings))


def unpacked_tools(data: bytes) -> Tools:
    """The tools again, compiled."""
    kit = _KIT.decode(data)
    return compiled(Lexicons(kit.lexicons), kit.settings)


def packed(inputs: Sequence[Input]) -> bytes:
    """A parcel of inputs, all with the roster of the first."""
    return _ENCODER.encode(_Parcel(inputs[0].roster, [_sent(item) for item in inputs]))


def answered(parcel: bytes, tools: Tools) -> bytes:
    """Answer a parcel; its results, in its order."""
    unpacked = _PARCEL.decode(parcel)
    inputs = [_arrived(sent, unpacked.roster) for sent in unpacked.inputs]
    return packed_results(answer(inputs, tools, chunk=len(inputs)))


def _sent(item: Input) -> _Sent:
    data = item.data if isinstance(item.data, bytes) else item.data.encode("utf-8", "surrogatepass")
    text = isinstance(item.data, str)
    about = (item.title, item.targets, item.url, item.date, item.outlet, item.origin, item.ignored)
    return _Sent(item.id, data, text, item.media, *about)


def _arrived(sent: _Sent, roster: Roster | None) -> Input:
    data = sent.data.decode("utf-8", "surrogatepass") if sent.text else sent.data
    about = (sent.title, sent.targets, sent.url, sent.date, sent.outlet, roster, sent.origin, sent.ignored)
    return Input(sent.id, data, sent.media, *about)


def packed_results(results: Iterable[Result]) -> bytes:
    """Answers and failures, the answers without their rosters: those who show them have no need of it."""
    return _ENCODER.encode(
        [_Outcome(_untaught(result)) if isinstance(result, Answer) else _Outcome(None, result) for result in results]
    )


def unpacked_results(data: bytes) -> list[Result]:
    """The results again."""
    return [outcome.answer or outcome.failure for outcome in _OUTCOMES.decode(data)]  # type: ignore[misc]


def _untaught(result: Answer) -> Answer:
    document = result.parse.document
    if document.roster is None:
        return result
    return replace(result, parse=replace(result.parse, document=replace(document, roster=None)))
