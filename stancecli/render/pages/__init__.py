"""Pages of HTML that are one file: no network, no script of others, and words from anywhere stay words."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from stancecli.own import GENERATOR
from stancecli.render.screen.plain import plain

_FOLDER = Path(__file__).parent


def page(template: str, *, sheets: Sequence[str] = ("page",), scripts: Sequence[str] = (), **values: Any) -> str:
    """A page made of a template of this folder, with style sheets and scripts of this folder by their names.

    The page may load nothing and run nothing else: its Content-Security-Policy allows the one style sheet and the one
    script that it holds. All values are escaped, and what is not printable in them is written out, as on a terminal.
    """
    style = Markup("".join(_text(f"{sheet}.css") for sheet in sheets))
    code = Markup("".join(_text(f"{script}.js") for script in scripts))
    made = _environment().get_template(f"{template}.html")
    digests = {"style_digest": _digest(style), "script_digest": _digest(code)}
    return made.render(values, generator=Markup(GENERATOR), style=style, script=code, **digests) + "\n"


def _text(file: str) -> str:
    return (_FOLDER / file).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    """What a Content-Security-Policy knows a style sheet or a script by."""
    return b64encode(hashlib.sha256(text.encode()).digest()).decode()


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _shown(value: Any) -> Any:
    return plain(value) if isinstance(value, str) and not isinstance(value, Markup) else value
