"""A new lexicon to begin with: every key that is often needed, with what it is for."""

from __future__ import annotations

from stancecli.errors import UsageError
from stancecli.lexicon.keys import CATEGORIES, NAME, PACKS

_TEXT = """\
# A lexicon of loaded words. docs/lexicons.md teaches it. Try it as you write:
#   stancecli lexicon validate {name}.yaml
#   stancecli lexicon test {name}.yaml
#   stancecli analyze article.txt --lexicon default --lexicon {name}.yaml
# An editor that knows JSON Schema completes keys: stancecli lexicon schema > lexicon.schema.json, and as the first line
#   # yaml-language-server: $schema=lexicon.schema.json
lexicon: {name}
language: en
version: 1            # count up when you change the list
description: Loaded words about our harbour.
# pack: war           # the subject: {packs}
category: ridicule    # {categories}
polarity: negative    # negative, positive or neutral
weight: 2             # 1 a shade, 2 clear, 3 strong, 4 extreme; at most 5

entries:
  - term: puddle captain          # a word or phrase
    inflect: noun                 # noun, verb or adjective: its forms are made for you
    # forms: [puddle skipper]     # more forms, spelt out
    # pos: [NOUN]                 # the parts of speech in which it is meant
    # literal: [weather]          # domains in which it is a plain fact
    not: [puddle captain cup]     # longer phrases in which it is innocent
    neutral: [pilot]              # what a plain writer would say
    aim: modified                 # whom it is about: subject, object, modified, speaker or none
    why: Makes harbour pilots small.
    examples:
      hit: ["Two puddle captains missed the pier."]
      miss: ["The pilot stepped over a puddle.", "She won the puddle captain cup."]

groups:
  # Entries that share a reason and examples; each may have keys of its own.
  - why: Says that something on the water was done badly.
    inflect: verb
    aim: subject
    examples:
      hit: ["The crew shipwrecked the budget.", "They ran the talks aground."]
      miss: ["The crew painted the mast."]
    entries:
      - shipwreck
      - {{term: ran the talks aground, inflect: none, weight: 1}}
"""


def skeleton(name: str) -> str:
    """A lexicon of this name that is valid and behaves. Raises `UsageError` for what cannot be a name."""
    if not NAME.fullmatch(name):
        raise UsageError(f"{name!r} cannot be a name: use lower-case letters, digits and hyphens, as in city-hall")
    packs = ", ".join(pack for pack in PACKS if pack != PACKS[0])
    categories = ", ".join(CATEGORIES[:6]) + " or another"
    return _TEXT.format(name=name, packs=packs, categories=categories)
