"""Compiled lexicons, kept between runs. Whatever goes wrong here, the lexicon is compiled again."""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import msgspec

from stancecli.model import Lexicon

_PACKAGE = Path(__file__).parent.parent
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
    key = _compiler().copy()
    key.update(data)
    return _folder() / f"{key.hexdigest()}.lexicon"


@cache
def _compiler() -> hashlib._Hash:
    """A digest, begun with all that makes a lexicon of a YAML file: our code, and the inflections of the library.

    What stands for the library is the module that states its version: to ask its metadata takes fifty times as long.
    """
    digest = hashlib.sha256()
    library = find_spec("lemminflect")
    stated = [Path(library.origin)] if library and library.origin else []
    for file in (_PACKAGE / "model.py", _PACKAGE / "tokens.py", *sorted(_PACKAGE.glob("lexicon/*.py")), *stated):
        digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest


def _folder() -> Path:
    chosen = os.environ.get("STANCECLI_CACHE_DIR")
    if chosen:
        return Path(chosen)
    from platformdirs import user_cache_dir

    return Path(user_cache_dir("stancecli"))
