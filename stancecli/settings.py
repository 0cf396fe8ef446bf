"""The constants behind densities, aims and stances, in one place. docs/method.md explains each."""

from __future__ import annotations

import hashlib

import msgspec
from msgspec import Struct

from stancecli.model import Relation


class Settings(Struct, frozen=True):
    """What a score depends on besides the text and the lexicons."""

    density_minimum_words: int = 30
    """Under this many words of a voice, loaded words per 100 are not shown."""

    stance_prior: float = 2.0
    """Added to the sum of absolute values under a stance score: pulls small samples to zero."""

    stance_threshold: float = 0.2
    """A score beyond it in either direction is told as "supports" or "opposes"."""

    trust_grammar: float = 0.7
    """How likely a hit is about its target where the grammar ties them ("Russian goons")."""

    trust_clause: float = 0.5
    """The same where they only stand in one clause."""

    trust_sentence: float = 0.4
    """The same where they only stand in one sentence."""

    literal_words: int = 15
    """How far to each side of a word, in its sentence, words of plain fact show that it is meant literally."""

    negation_words: int = 4
    """How many words before a hit a negation reaches."""

    negated_factor: float = 0.5
    """What is left of a weight when the word is denied ("not reckless" says less than "careful")."""

    intensified_factor: float = 1.3
    """What an intensifier ("utterly") just before a hit multiplies its weight by."""

    def trust(self, relation: Relation | None) -> float:
        """How likely a hit tied by `relation` is about its target, 0 to 1."""
        if relation == "clause":
            return self.trust_clause
        return self.trust_sentence if relation == "sentence" else self.trust_grammar

    def digest(self, roster: str = "", ignored: tuple[str, ...] = ()) -> str:
        """SHA-256 of all values, in hexadecimal: two reports with one digest used the same.

        `roster` is the digest of a roster, `ignored` the names that are ignored for this document alone.
        """
        names = "\n".join(["", *ignored]).encode("utf-8", "surrogatepass")
        return hashlib.sha256(msgspec.json.encode(self) + roster.encode() + names).hexdigest()


DEFAULT = Settings()
