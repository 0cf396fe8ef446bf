"""The forms of a word or phrase, made by LemmInflect."""

from __future__ import annotations

from functools import cache
from itertools import chain

from stancecli.tokens import words_of

_TAGS = {"noun": "NOUN", "verb": "VERB", "adjective": "ADJ"}
KINDS = (*_TAGS, "none")
_STANDINS = {
    ("one", "'s"): ("his", "her", "its", "their", "my", "our", "your"),
    ("oneself",): ("himself", "herself", "itself", "themselves", "myself", "ourselves", "yourself"),
}
"""What dictionaries write in phrases for whichever pronoun fits ("drag one's feet"), and the pronouns."""
_OWNERS = frozenset(["his", "her", "its", "their"])
_SHORT = {"am": "'m", "are": "'re", "have": "'ve", "will": "'ll", "would": "'d"}
"""Verbs and how they are written behind a pronoun. "'s" is left out, for it is a possessive as well."""


def forms_of(term: str, kind: str, listed: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """The words of the term itself, then of its inflections and of the listed forms, each once.

    `kind` is one of `KINDS`. Of a phrase the head is inflected: the first word of a verb phrase, the
    last of any other; of a word with hyphens, the last part. "One's" and "oneself" in a phrase stand
    for every pronoun of theirs.
    """
    forms = [words_of(term), *(_inflections(term, kind) if kind in _TAGS else ()), *map(words_of, listed)]
    return tuple(dict.fromkeys(chain.from_iterable(map(_spelt_out, forms))))


def _spelt_out(form: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The form, or one for each pronoun where a word in it stands for all."""
    if "one" not in form and "oneself" not in form:  # which is nearly always so
        return [form]
    for standin, pronouns in _STANDINS.items():
        for at in range(1, len(form)):
            end = at + len(standin)
            if form[at:end] == standin:
                return [(*form[:at], pronoun, *form[end:]) for pronoun in pronouns]
    return [form]


def by_anybody(forms: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
    """The forms, each that has a possessive also with the others: what he does ("broke his word") she may do as well."""
    made = dict.fromkeys(forms)
    for form in forms:
        if not _OWNERS.isdisjoint(form[1:]):
            made |= dict.fromkeys(tuple([own if word in _OWNERS else word for word in form]) for own in sorted(_OWNERS))
    return tuple(made)


def with_contractions(forms: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
    """The forms, and each that begins with a verb like "am" also as it is written behind a pronoun ("'m ashamed of")."""
    short = ((_SHORT[form[0]], *form[1:]) for form in forms if len(form) > 2 and form[0] in _SHORT)
    return tuple(dict.fromkeys((*forms, *short)))


def adverb_of(adjective: str) -> str:
    """ "brutally" of "brutal", "angrily" of "angry", "terribly" of "terrible", "tragically" of "tragic"."""
    if adjective.endswith("y"):
        return adjective[:-1] + "ily"
    if adjective.endswith("le"):
        return adjective[:-1] + "y"
    return adjective + ("ally" if adjective.endswith("ic") else "ly")


def _inflections(term: str, kind: str) -> list[tuple[str, ...]]:
    words = term.split(" ")
    at = 0 if kind == "verb" else len(words) - 1
    before, hyphen, head = words[at].rpartition("-")
    if not head:  # LemmInflect would look at its last letter
        return []
    heads = _inflected(head.lower(), kind)
    if len(words) == 1 and not hyphen:
        return heads
    first, last = words_of(" ".join([*words[:at], before + hyphen])), words_of(" ".join(words[at + 1 :]))
    return [(*first, *form, *last) for form in heads]


@cache
def _inflected(word: str, kind: str) -> list[tuple[str, ...]]:
    """The forms of a single word. Many phrases begin with the same few verbs, and LemmInflect takes its time."""
    from lemminflect import getAllInflections, getAllInflectionsOOV

    tag = _TAGS[kind]
    known = getAllInflections(word, tag)
    if not known and kind != "adjective":
        known = getAllInflectionsOOV(word, tag)
    return [words_of(form) for form in sorted({form for forms in known.values() for form in forms})]
