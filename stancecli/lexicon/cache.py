"""Compiled lexicons, kept between runs. Whatever goes wrong here, the lexicon is compiled again."""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
from pathlib import Path

import msgspec

from stancecli import __version__
from stancecli.model import Lexicon

_FORMAT = 1
"""Counts up whenever the same YAML compiles to something else under one version of the tool."""

_DECODER = msgspec.msgpack.Decoder(Lexicon)


def recall(data: bytes) -> Lexicon | None:
    """The compiled lexicon of a file with these bytes, if it was kept and is whole."""
    try:
        return _DECODER.decode(_place(data).read_bytes())
    except (OSError, RuntimeError, msgspec.MsgspecError):
        return None


def remember(data: bytes, lexicon: Lexicon) -> None:
    """Keep a compiled lexicon. Another process that reads meanwhile sees the old file or the new one."""
    with contextlib.suppress(OSError, RuntimeError):
        place = _place(data)
        place.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=place.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(msgspec.msgpack.encode(lexicon))
            os.replace(name, place)
        except OSError:
            os.unlink(name)


def _place(data: bytes) -> Path:
    key = hashlib.sha256(f"{__version__}/{_FORMAT}/".encode() + data).hexdigest()
    return _folder() / f"{key}.lexicon"


def _folder() -> Path:
    chosen = os.environ.get("STANCECLI_CACHE_DIR")
    if chosen:
        return Path(chosen)
    from platformdirs import user_cache_dir

    return Path(user_cache_dir("stancecli"))
