"""Find where sentences end: by rules where it is clear, by NLTK's Punkt where a full stop is in doubt."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from itertools import compress, count

from stancecli.model import Range
from stancecli.segment.abbreviations import BEFORE_NAMES, BEFORE_NUMBERS, CAPITALISED, LOWER, REPORTING, STARTERS
from stancecli.tokens import Tokens

_DASHES = frozenset(["-", "--", "—", "–"])
_FINAL = ".?!…"
_CLOSING = frozenset(["”", "“", "’", "'", '"', "''", ")", "]", "}", "»", "›", "?", "!", ".", "...", "…"])
_DETACHED = frozenset(["”", ")", "]"])
_OPENING = frozenset(["“", "‘", "'", '"', "''", "``", "`", "(", "[", "«", "„", "‹", "•", "*", *_DASHES])
_CLAUSE_STARTERS = STARTERS - BEFORE_NAMES
_MARKS = frozenset(["”", "'", '"', "''", "»"])
_SMALL_WORD = re.compile(r"\b[a-z]{2,}\b")
_CONSONANTS = re.compile(r"[A-Z][bcdfghjklmnpqrstvwxz]{1,4}$")


def find_sentences(text: str, tokens: Tokens, paragraphs: tuple[Range, ...]) -> tuple[Range, ...]:
    """The sentences in order, covering all tokens; none crosses a paragraph's end."""
    words = tokens.words
    final = {word for word in set(words) if word[-1] in _FINAL}
    candidates = compress(count(), map(final.__contains__, words))
    candidate = next(candidates, len(words))
    judge = _Judge(text, tokens)
    found: list[Range] = []
    for first, end in paragraphs:
        while candidate < end:
            stop = judge.stop(candidate, end) if candidate >= first else None
            if stop is not None and stop < end and _says_something(words, first, stop):
                found.append(Range(first, stop))
                first = stop
            candidate = next(candidates, len(words))
        if first < end:
            found.append(Range(first, end))
    return tuple(found)


def _says_something(words: tuple[str, ...], first: int, stop: int) -> bool:
    """Whether the tokens are more than a number of a list or the dots of an omission."""
    return stop - first > 4 or any(word[0].isalpha() for word in words[first:stop])


class _Judge:
    """Decides on one full stop after another of a text."""

    def __init__(self, text: str, tokens: Tokens) -> None:
        self.text = text
        self.words, self.starts, self.ends = tokens

    def stop(self, i: int, end: int) -> int | None:
        """Where the sentence that token `i` may end stops (its closing marks included), or None if it goes on."""
        words, starts, ends = self.words, self.starts, self.ends
        after = i + 1
        while after < end and self._closes(after, end):
            after += 1
        if after == end:
            return after
        following = after
        while following < end - 1 and words[following] in _OPENING:
            following += 1
        letter = self.text[starts[following]]
        if letter.islower() or (starts[after] == ends[after - 1] and not self._run_together(i, following)):
            return None
        return after if self._ends(i, after, following, end) else None

    def _closes(self, k: int, end: int) -> bool:
        """Whether token `k`, after a final mark, belongs to the sentence that ends."""
        word = self.words[k]
        if word not in _CLOSING:
            return False
        if self.starts[k] > self.ends[k - 1]:
            return word in _DETACHED
        return k + 1 == end or not self.text[self.ends[k]].isalnum() or word in _DETACHED

    def _run_together(self, i: int, following: int) -> bool:
        """Whether two sentences stand without a space between them ("the end.The next")."""
        start = self.starts[following]
        return (
            i > 0
            and len(self.words[i - 1]) > 1
            and self.text[self.ends[i - 1] - 1].islower()
            and self.text[start].isupper()
            and self.text[start + 1 : start + 2].islower()
        )

    def _ends(self, i: int, after: int, following: int, end: int) -> bool:
        word, next_word = self.words[i], self.words[following]
        if word[-1] in "?!":
            return self.words[after - 1] not in _MARKS or not self._reported(after, following, end)
        if word in {"...", "…"}:
            return next_word != "i"
        if len(word) > 1:
            return self._abbreviation_ends(word, after, following)
        if not i or self.ends[i - 1] < self.starts[i]:
            return next_word != "."
        return self._stop_ends(i, after, following)

    def _stop_ends(self, i: int, after: int, following: int) -> bool:
        """Whether a sentence ends at the single full stop `i`, by the word before and the word after it."""
        before, written = self.words[i - 1], self.text[self.starts[i - 1] : self.ends[i - 1]]
        capital = written[0].isupper()
        if (before in BEFORE_NAMES and capital) or before in {"v", "vs"}:
            return False
        if before in BEFORE_NUMBERS and self.text[self.starts[following]].isdigit():
            return False
        if len(before) == 1 and capital:
            pronoun = before == "i" and i > 1 and self.text[self.starts[i - 2]].islower()
            return pronoun or self.words[following] in STARTERS
        known = before in CAPITALISED or _CONSONANTS.match(written) if capital else before in LOWER
        return not known or self._abbreviation_ends(before + ".", after, following)

    def _abbreviation_ends(self, abbreviation: str, after: int, following: int) -> bool:
        if self.words[following] in STARTERS:
            return self.words[after] not in _DASHES
        return self._punkt_ends(abbreviation, following)

    def _reported(self, after: int, following: int, end: int) -> bool:
        """Whether a reporting verb follows before the next punctuation mark: `"Why?" Mr. Roe asked.`"""
        if self.words[following] in _CLAUSE_STARTERS:
            return False
        for word in self.words[after : min(end, after + 7)]:
            if word in REPORTING:
                return True
            if not word[0].isalnum() and word not in {".", "-", "'s"}:
                return False
        return False

    def _punkt_ends(self, abbreviation: str, following: int) -> bool:
        """Ask Punkt where the next word is written small elsewhere in this text; else the sentence goes on."""
        word = self.words[following]
        if word not in self._common:
            return False
        return _punkt_breaks(abbreviation, word.capitalize(), word in self._names)

    @cached_property
    def _common(self) -> frozenset[str]:
        """The words that the text has in lower case."""
        return frozenset(_SMALL_WORD.findall(self.text))

    @cached_property
    def _names(self) -> frozenset[str]:
        """The words that the text has with a capital, after a small word or before another capital."""
        first = [self.text[start] for start in self.starts]
        triples = zip([".", *first], first, [*first[1:], "."], self.words, strict=False)
        return frozenset([word for a, b, c, word in triples if b.isupper() and (a.islower() or c.isupper())])


@lru_cache(maxsize=1024)
def _punkt_breaks(abbreviation: str, following: str, is_name: bool) -> bool:
    """Whether Punkt ends a sentence between an abbreviation and a word that the text has in lower case too.

    `is_name` says that the text also has the word as a part of names. Punkt is imported only
    here: a text without such a doubt is spared NLTK, which takes longer to load than to use.
    """
    from nltk.tokenize import punkt

    parameters = punkt.PunktParameters()
    parameters.abbrev_types.add(abbreviation.rstrip("."))
    seen = punkt._ORTHO_LC | (punkt._ORTHO_MID_UC if is_name else 0)
    parameters.ortho_context[following.lower()] = seen
    tokenizer = punkt.PunktSentenceTokenizer(parameters)
    return len(list(tokenizer.span_tokenize(f"{abbreviation} {following} "))) > 1
