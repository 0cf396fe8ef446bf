"""Compiled lexicons, kept between runs. Whatever goes wrong here, the lexicon is compiled again."""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
import zlib
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import msgspec

from stancecli.lexicon.find import LexiconFile
from stancecli.lexicon.packed import Packed

_PACKAGE = Path(__file__).parent.parent
_DECODER = msgspec.msgpack.Decoder(Packed)
_KEY, _SUM = 32, 4


def recall(file: LexiconFile) -> Packed | None:
    """The compiled lexicon of a file, if it was kept, of these bytes, and is whole."""
    try:
        kept = memoryview(_place(file).read_bytes())
        key, body = kept[:_KEY], kept[_KEY + _SUM :]
        if key != _key(file) or kept[_KEY : _KEY + _SUM] != _sum(body):
            return None
        return _DECODER.decode(body)
    except (OSError, RuntimeError, UnicodeEncodeError, msgspec.MsgspecError):
        return None


def remember(file: LexiconFile, packed: Packed) -> None:
    """Keep a compiled lexicon in place of what was kept of the file before.

    Another process that reads meanwhile sees the old one or the new one. A file whose name is no UTF-8 is not kept.
    """
    with contextlib.suppress(OSError, RuntimeError, UnicodeEncodeError):
        body = msgspec.msgpack.encode(packed)
        place = _place(file)
        place.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=place.parent)
        try:
            with os.fdopen(handle, "wb") as kept:
                kept.write(_key(file) + _sum(body) + body)
            os.replace(name, place)
        except OSError:
            os.unlink(name)


def _key(file: LexiconFile) -> bytes:
    """What the compiled lexicon depends on, in short."""
    key = _compiler().copy()
    key.update(file.data)
    return key.digest()


def _sum(body: bytes | memoryview) -> bytes:
    return zlib.crc32(body).to_bytes(_SUM, "big")


def _place(file: LexiconFile) -> Path:
    """One place for each file, so that what is kept does not grow with every change."""
    return _folder() / f"{hashlib.sha256(os.path.abspath(file.path).encode()).hexdigest()}.lexicon"


@cache
def _compiler() -> hashlib._Hash:
    """A digest, begun with all that makes a lexicon of a YAML file: our code, and the inflections of the library.

    What stands for the library is the module that states its version: to ask its metadata takes fifty times as long.
    """
    digest = hashlib.sha256()
    library = find_spec("lemminflect")
    stated = [Path(library.origin)] if library and library.origin else []
    ours = (_PACKAGE / "model" / "lexicon.py", _PACKAGE / "tokens.py", *sorted(_PACKAGE.glob("lexicon/*.py")))
    for file in (*ours, *stated):
        digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest


def _folder() -> Path:
    chosen = os.environ.get("STANCECLI_CACHE_DIR")
    if chosen:
        return Path(chosen)
    from platformdirs import user_cache_dir

    return Path(user_cache_dir("stancecli"))
