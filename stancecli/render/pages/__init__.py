"""Pages of HTML that are one file: no network, no script of others, and words from anywhere stay words."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from stancecli.render.screen.plain import plain

_FOLDER = Path(__file__).parent


def page(template: str, **values: Any) -> str:
    """A page made of a template of this folder.

    The page may load nothing and run nothing: its Content-Security-Policy allows the one style sheet that it holds. All
    values are escaped, and what is not printable in them is written out, as on a terminal.
    """
    style = Markup((_FOLDER / "page.css").read_text(encoding="utf-8"))
    digest = b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return _environment().get_template(f"{template}.html").render(values, style=style, style_digest=digest) + "\n"


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
