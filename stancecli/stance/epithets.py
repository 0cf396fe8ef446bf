"""Where the words about a party end that somebody calls something."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from stancecli.model import Range
from stancecli.stance.signs import Marked
from stancecli.stance.syntax import Syntax


def epithet_ends(syntax: Syntax, marked: Iterable[Marked], mentions: Sequence[Range], stop: int) -> int:
    """Where the words about a party end that somebody calls something good or bad: where the caller does the next thing.

    "Lund called Hill "the best of us" and left without a word": how she left tells nothing of Hill. Where nothing follows, at
    the sentence's end, `stop`.
    """
    kinds = syntax.kind
    called = {syntax.at(mention.first) for mention in mentions}
    for one in marked:
        k = syntax.at(one.sign.first)
        verb = syntax.verb[k] if k >= 0 else -1
        if verb < 0 or syntax.said[k] not in called or syntax.object[verb] not in called:
            continue
        for j in range(k + 1, len(kinds)):
            if kinds[j - 1 : j + 1] == "cv" and syntax.subject[j] == syntax.subject[verb]:
                end = syntax.first[j - 1]
                return end if all(mention.stop <= end for mention in mentions) else stop
    return stop
