"""The constants behind densities, aims and stances, in one place. docs/method.md explains each."""

from __future__ import annotations

import hashlib

import msgspec
from msgspec import Struct


class Settings(Struct, frozen=True):
    """What a score depends on besides the text and the lexicons."""

    density_minimum_words: int = 30
    """Under this many words of a voice, loaded words per 100 are not shown."""

    stance_prior: float = 2.0
    """Added to the sum of absolute values under a stance score: pulls small samples to zero."""

    stance_threshold: float = 0.2
    """The value that one piece of evidence must have for a neutral row of nobody's asking to be told."""

    tie_prior: float = 0.75
    """How fast a stance that nobody asked for becomes sure with what ties its holder to its target."""

    agreed_share: float = 0.5
    """How much more such ties count where the sentences as wholes surely say the same, as a share of their own strength."""

    contradicted_share: float = 0.5
    """How much less they count where the sentences as wholes surely say the contrary."""

    nobody_share: float = 0.5
    """What such ties count where nobody in particular holds the stance."""

    author_confidence: float = 0.6
    """How sure a stance of the author's must be for a row of nobody's asking: what news tells in its own voice is
    mostly neutral.
    """

    shown_confidence: float = 0.66
    """How sure a stance must be for a table to show it as for or against, and for a gate to measure it."""

    evidence_share: float = 0.5
    """What the log odds of all evidence together are multiplied by where the sentence as a whole is among it: it tells much of
    what its words tell.
    """

    impression_share: float = 1.4
    """What the log odds of a sentence as a whole count beside those of its words."""

    heard_share: float = 0.5
    """What evidence of other holders in the same sentences adds to the odds of a stance, as a share of its own weight."""

    neutral_lead: float = 1.4
    """How many times as likely as for and as against neutral must be to be the label: who asks wants to know where a
    text leans.
    """

    least_evidence: float = 0.25
    """Log odds that a piece of evidence must have to be told, and to count for the score."""

    literal_words: int = 15
    """How far to each side of a word, in its sentence, words of plain fact show that it is meant literally."""

    negation_words: int = 4
    """How many words before a hit a negation reaches."""

    negated_factor: float = 0.5
    """What is left of a weight when the word is denied ("not reckless" says less than "careful")."""

    intensified_factor: float = 1.3
    """What an intensifier ("utterly") just before a hit multiplies its weight by."""

    treated_parties: int = 4
    """How many parties of an article, at most, are compared by how the author treats them."""

    treatment_minimum: int = 5
    """So many cues, statements or sentences both parties must have for a difference in treatment."""

    watch: tuple[str, ...] = ()
    """Parties that are treated as if asked for by name in every document that mentions them."""

    def shows(self, label: str, confidence: float) -> bool:
        """Is a stance sure enough to be told as for or against, in tables and by gates?"""
        return label != "neutral" and confidence >= self.shown_confidence

    def digest(self, roster: str = "", ignored: tuple[str, ...] = ()) -> str:
        """SHA-256 of all values, in hexadecimal: two reports with one digest used the same.

        `roster` is the digest of a roster, `ignored` the names that are ignored for this document alone.
        """
        names = "\n".join(["", *ignored]).encode("utf-8", "surrogatepass")
        return hashlib.sha256(msgspec.json.encode(self) + roster.encode() + names).hexdigest()


DEFAULT = Settings()
