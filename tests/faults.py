"""Documents, names and files that mean harm, for the tests of faults and the fuzzers."""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Iterator

import zstandard

WORDS = (
    "the goons lied said Ida Lund accused of Tomas Brandt reckless U.S. officials claimed “never” \"quite\" 'so' regime"
).split()
_MARKS = ["“", "”", '"', "'", "‘", "’", "«", "»", "(", ")", "—", ":", ".", "...", "\n\n", "\n", "\t", " "]
_CONTROLS = [chr(n) for n in (*range(32), *range(127, 160))]
_TURNS = ["\u202e", "\u202d", "\u2066", "\u2069", "\u200f", "\u061c", "\ufeff", "\u2028", "\u2029", "\u0085"]
_ODD = ["\U0010ffff", "\ufffe", "e\u0301" * 9, "\u0130", "ß", "ﬁ", "👩‍👩‍👧‍👦", "𝔤𝔬𝔬𝔫𝔰", "\u200b", "\u00ad", "\u3000"]
_LONE = ["\ud800", "\udfff", "\udcff", "\ud83d"]


def hostile_text(chance: random.Random) -> str:
    """A text of one of many bad kinds, some kilobytes long."""
    kind, size = chance.randrange(16), chance.choice([1, 7, 60, 400])
    words = [chance.choice(WORDS) for _ in range(size)]
    if kind < 6:
        signs = (_CONTROLS, _TURNS, _ODD, _LONE, _MARKS, ["\0"])[kind]
        return "".join(word + chance.choice(["", " "]) + chance.choice(signs) for word in words)
    return {
        6: lambda: "“" * size + " goons " + "”" * size,
        7: lambda: "“‘" * size + "She said " + "he said " * size,
        8: lambda: "a" * (size * 200),
        9: lambda: " ".join(words) * 20,
        10: lambda: "".join(chr(chance.randrange(0xD800)) for _ in range(size)),
        11: lambda: "<" * size + "<p><div><table>" * size + "<!-- stancecli: ignore start -->" * chance.randrange(3),
        12: lambda: "\n".join(f"{'>' * n} {word}" for n, word in enumerate(words)),
        13: lambda: (
            "<!-- stancecli: ignore " + chance.choice(["next", "line", "end", "file: x, , y", ""]) + " -->\n" * size
        ),
        14: lambda: " said. ".join(words) + "." * size + "?!" * size,
        15: lambda: "[" * size + "](" * size + "`" * size + "*_" * size + "# " * size,
    }[kind]()


def hostile_bytes(chance: random.Random) -> bytes:
    """What a file may hold that ought to be an article."""
    text = hostile_text(chance).encode("utf-8", "surrogatepass")
    kind = chance.randrange(8)
    if kind == 0:
        return chance.randbytes(chance.choice([0, 1, 2, 50, 3000]))
    if kind == 1:
        return text[: chance.randrange(len(text) + 1)]
    if kind == 2:
        return text.decode("utf-8", "replace").encode(
            chance.choice(["utf-16", "utf-32", "utf-16-be", "utf-7"]), "replace"
        )
    if kind == 3:
        return gzip.compress(text)[: chance.choice([5, 15, 10**9])]
    if kind == 4:
        return zstandard.compress(text)[: chance.choice([5, 15, 10**9])]
    if kind == 5:
        return (
            chance.choice(
                [b"\x1f\x8b", b"\x28\xb5\x2f\xfd", b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"%PDF-1.7", b"PK"]
            )
            + text
        )
    if kind == 6:
        return b"<html><body>" + text + b"</body>" * chance.randrange(3)
    return text


def hostile_record(chance: random.Random, number: int) -> bytes:
    """A line of JSON that is a record, or nearly one."""
    text = hostile_text(chance)
    record: dict[str, object] = {"id": f"h{number}", "text": text}
    kind = chance.randrange(12)
    if kind == 0:
        record["text"] = chance.choice([None, 7, [text], {"text": text}, True])
    elif kind == 1:
        record |= {
            "title": text[:50],
            "outlet": hostile_text(chance)[:20],
            "date": "2026-99-99",
            "targets": [text[:9], "", "\0"],
        }
    elif kind == 2:
        return json.dumps(record).encode()[: chance.randrange(3, 40)]
    elif kind == 3:
        return b"[" * chance.choice([1, 900, 20_000]) + b"]"
    elif kind == 4:
        return b'{"id": "h%d", "text": "' % number + b'\xff\xfe goons"}'
    elif kind == 5:
        return b'{"id": "h%d", "text": "x", "text": "The goons lied.", "x": %s}' % (
            number,
            b'{"a":' * 3000 + b"1" + b"}" * 3000,
        )
    elif kind == 6:
        record["id"] = chance.choice([10**400, 1e308, "", "\u202e", "a\nb", "\ud800", "../../x", "=1+1"])
    return json.dumps(record, ensure_ascii=chance.random() < 0.8).encode("utf-8", "surrogatepass")


def hostile_names() -> Iterator[bytes]:
    """Names of files that a folder may hold."""
    yield from (b"new\nline.txt", b"bad\xff\xfe.txt", b"-rf.txt", b"a" * 250 + b".txt", b"\x1b[2J.txt", b"[red]*?.txt")
    yield from (
        "\u202etxt.exe.txt".encode(),
        "Ünï.md".encode(),
        b" .html",
        b"%s%n.txt",
        b"=cmd.txt",
        b"'\";`.txt",
        b"no.gz.txt.gz",
    )


def bomb(size: int = 1 << 28, how: str = "gzip") -> bytes:
    """An archive that grows to `size` bytes of one line."""
    pieces = (b"a" * (1 << 20) for _ in range(size >> 20))
    if how == "gzip":
        packer = __import__("zlib").compressobj(9, wbits=31)
        return b"".join([*(packer.compress(piece) for piece in pieces), packer.flush()])
    packer = zstandard.ZstdCompressor().compressobj()
    return b"".join([*(packer.compress(piece) for piece in pieces), packer.flush()])


def yaml_bomb() -> str:
    """Nine times nine times nine ... lists."""
    lines = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    lines += [f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join(['*' + chr(97 + n)] * 9)}]" for n in range(11)]
    return "\n".join(lines) + "\n"
