"""Output formats: each module here is one, named after its file, with `render(run) -> Iterable[str]` (or of bytes)."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from typing import Literal

from msgspec import Struct

from stancecli.asked import folded
from stancecli.model import Crossing, Lexicon, Result

View = Literal["actors", "quotes", "hits"]


class Run(Struct, frozen=True):
    """What a format shows: results in input order, taken one by one, and how people want to see them.

    `lexicons` are those behind the hits. `overall` tells the gates that all documents together cross, once the
    results are all taken. `batch` asks for one row a document in place of one table. Only what draws tables heeds
    what follows it: `view`; `width` in columns (60 to 200 look as designed); `color` (terminal escapes or none);
    `unicode` (false: nothing but ASCII); `actors`, the names whose rows alone are wanted (none: all); `signed` (a file, which
    tells what made it).
    """

    results: Iterable[Result]
    lexicons: Sequence[Lexicon] = ()
    overall: Callable[[], tuple[Crossing, ...]] = tuple
    batch: bool = False
    view: View = "actors"
    width: int = 80
    color: bool = False
    unicode: bool = True
    actors: tuple[str, ...] = ()
    signed: bool = False


def formats() -> tuple[str, ...]:
    """The names of all output formats, in alphabetical order; a file's `_` is a `-` in its format's name."""
    modules = (module.name for module in pkgutil.iter_modules(__path__) if not module.ispkg)
    return tuple(sorted(name.replace("_", "-") for name in modules))


def renderer(name: str) -> Callable[[Run], Iterable[str | bytes]]:
    """The `render` of a format in `formats()`: pieces in order, made as results come in; of text, or of bytes."""
    render: Callable[[Run], Iterable[str | bytes]] = import_module(f"{__name__}.{name.replace('-', '_')}").render
    return render


def no_actor(name: str, actors: Iterable[str]) -> str:
    """That no actor has a name, and which was probably meant: one that is close to it, or has a word that is."""
    from difflib import get_close_matches

    parts: dict[str, str] = {}
    for actor in actors:
        for part in (actor, *actor.split()):
            parts.setdefault(folded(part), actor)
    close = get_close_matches(folded(name), parts, 1)
    return f"No such actor here: {name}" + (f"; did you mean {parts[close[0]]}?" if close else "")
