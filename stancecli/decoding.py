"""Turn bytes into text: the right encoding, or a clear error, never mojibake."""

from __future__ import annotations

import codecs
import re
from contextlib import suppress

from stancecli.errors import InputError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive (or an office document)"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "a rich text document"),
)
_DECLARED = re.compile(rb"<meta[^>]{0,200}charset=[\"']?([\w-]{1,40})", re.IGNORECASE)
# The encodings that browsers know (WHATWG Encoding Standard), by their labels without hyphens and underscores. What
# else Python can decode (unicode_escape, idna, punycode) is no encoding of pages.
_CHARSETS = {
    **{f"iso8859{part}": f"iso8859-{part}" for part in (*range(2, 9), 10, 13, 14, 15, 16)},
    **{f"latin{number}": f"iso8859-{number}" for number in (2, 3, 4)},
    **{f"{word}{page}": f"cp{page}" for page in range(1250, 1259) for word in ("windows", "cp", "xcp")},
    **dict.fromkeys(("ascii", "usascii", "iso88591", "latin1", "l1", "ansi"), "cp1252"),
    **dict.fromkeys(("iso88599", "latin5"), "cp1254"),
    **dict.fromkeys(("windows874", "iso885911", "tis620"), "cp874"),
    **dict.fromkeys(("ibm866", "cp866"), "cp866"),
    **dict.fromkeys(("koi8r", "koi8", "koi"), "koi8-r"),
    **dict.fromkeys(("koi8u", "koi8ru"), "koi8-u"),
    **dict.fromkeys(("macintosh", "mac", "xmacroman"), "mac-roman"),
    **dict.fromkeys(("xmaccyrillic", "xmacukrainian"), "mac-cyrillic"),
    **dict.fromkeys(("gb2312", "gbk", "xgbk", "chinese", "gb18030"), "gb18030"),
    **dict.fromkeys(("big5", "big5hkscs", "xxbig5"), "big5hkscs"),
    **dict.fromkeys(("shiftjis", "sjis", "xsjis", "mskanji", "windows31j"), "cp932"),
    **dict.fromkeys(("eucjp", "xeucjp"), "euc-jp"),
    **dict.fromkeys(("euckr", "korean", "ksc56011987", "windows949"), "cp949"),
    "iso88598i": "iso8859-8",
    "iso2022jp": "iso2022-jp",
    "latin6": "iso8859-10",
    "latin9": "iso8859-15",
}
_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}|[\x80-\xff]")
# What English news has of Windows-1252 besides ASCII: marks, and here and there a letter of a foreign name.
_MARK = re.compile("[‘’“”–—…•·€£¥¢™©®°§«»¡¿½¼¾²³¹º×†\xa0\xad]")
_LETTER = re.compile("(?<![a-z])[À-ÖØ-ÞŠŽŒŸ]|[ß-öø-ÿšžœƒ]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


def decode(data: bytes, place: str) -> str:
    """The text of `data`, without a byte order mark. Newlines stay as they are.

    Order: byte order marks, UTF-16 by its zero bytes, UTF-8, what the page declares, Windows-1252 where
    all bytes make sense in it, and last charset-normalizer. Raises `InputError` at `place` for binary
    data, for broken UTF-8 and where no encoding fits.
    """
    _refuse_binary(data, place)
    text = _decode(data, place)
    if len(_CONTROL.findall(text, 0, 4096)) > 0.05 * min(len(text), 4096):
        raise InputError("is binary data, not text", place)
    return text


def _decode(data: bytes, place: str) -> str:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], name, place)
    if b"\0" in data[:4096]:
        return _strictly(data, _wide(data, place), place)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _decode_other(data, error, place)


def _strictly(data: bytes, name: str, place: str) -> str:
    try:
        return data.decode(name)
    except UnicodeDecodeError as error:
        raise InputError(f"is broken {name.upper()}: byte {error.start} fits no character", place) from error


def _refuse_binary(data: bytes, place: str) -> None:
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            raise InputError(f"is {kind}, not text; save it as text or HTML first", place)


def _wide(data: bytes, place: str) -> str:
    """The UTF-16 whose zero bytes are where Latin letters have them; else the data are binary."""
    sample = data[:4096]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if len(data) % 2 == 0:
        if odd > 0.4 * len(sample) / 2 and even < 0.05 * odd:
            return "utf-16-le"
        if even > 0.4 * len(sample) / 2 and odd < 0.05 * even:
            return "utf-16-be"
    raise InputError("is binary data, not text", place)


def _decode_other(data: bytes, error: UnicodeDecodeError, place: str) -> str:
    declared = _declared(data)
    if declared:
        with suppress(LookupError, UnicodeError):
            return data.decode(declared)
    if _is_broken_utf8(data, error):
        raise InputError(f"is broken UTF-8: byte {error.start} fits no character", place)
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return _guessed(data, place)
    return text if _is_windows(text) else _guessed(data, place)


def _declared(data: bytes) -> str | None:
    """The encoding that a page says it has. One that says UTF-8 or UTF-16 is wrong when we come here."""
    found = _DECLARED.search(data, 0, 2048)
    return _CHARSETS.get(re.sub("[-_]", "", found[1].decode("ascii").lower())) if found else None


def _is_broken_utf8(data: bytes, error: UnicodeDecodeError) -> bool:
    """Whether bytes beyond ASCII form UTF-8: most of them, all but a last one cut short, or those of a curly mark."""
    lengths = [match.end() - match.start() for match in _SEQUENCE.finditer(data)]
    formed = sum(length > 1 for length in lengths)
    cut_short = error.reason == "unexpected end of data" and formed > 0
    return formed > len(lengths) / 2 or cut_short or b"\xe2\x80" in data


def _is_windows(text: str) -> bool:
    rest = _MARK.sub("", text)
    letters = len(_LETTER.findall(rest))
    return letters <= 0.1 * len(rest) and letters == sum(char > "\x7f" for char in rest)


def _guessed(data: bytes, place: str) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    if best is None:
        raise InputError("has an encoding that cannot be told; save it as UTF-8", place)
    return str(best)
