"""Who answers in an interview that marks questions and answers."""

from __future__ import annotations

from collections import Counter

from stancecli.actors.mentions import Mentions
from stancecli.actors.parties import Party
from stancecli.model import Parse, Speech
from stancecli.voices import tokens_of

_ANSWERING = ("Q", "A")
"""How an interview marks questions and answers."""


def answers(parse: Parse, speech: Speech, mentions: Mentions) -> dict[int, Party]:
    """Who answers, by the first character of each mark of an answer ("A: ..."): the person who is named most in the paragraph
    before.
    """
    marks = _ANSWERING
    turns = [one.source for one in speech.attributions if one.source and one.source.text in marks]
    if marks[0] not in {turn.text for turn in turns}:
        return {}
    first = tokens_of(parse, turns[0].spans[0]).first
    before = [paragraph for paragraph in parse.paragraphs if paragraph.first < paragraph.stop <= first]
    told = [paragraph for paragraph in before if parse.text(paragraph.first, paragraph.first + 1) not in marks]
    named = [party for _, _, party in mentions.within(*told[-1]) if party.kind == "person"] if told else []
    if not named:
        return {}
    ((answering, _),) = Counter(named).most_common(1)
    return {turn.spans[0].start: answering for turn in turns if turn.text == marks[1]}
