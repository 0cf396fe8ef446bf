"""Who reports in the passive: `Ruiz was called a liar by Cho` is what Cho says, of Ruiz."""

from __future__ import annotations

from functools import cache

from stancecli import tables
from stancecli.attribute.bounds import bounded
from stancecli.attribute.clauses import without
from stancecli.attribute.following import TELL
from stancecli.attribute.grammar import BE, BREAK, COMMA, DASH, FINITE_TAGS, MARK, STOP, TIME, kind_of
from stancecli.attribute.readings import SAID_OF
from stancecli.attribute.roles import Link
from stancecli.attribute.scene import Scene
from stancecli.attribute.subjects import phrase_left, subject_before, verb_start
from stancecli.model import Range

_REACH = 14
"""Within how many words behind its participle a passive has its "by"."""

_PARTICIPLES = ("VBN", "VBD")
_NAMING = frozenset(("NNP", "NNPS", "PRP"))
_NOMINAL = _NAMING | {"DT", "JJ", "NN", "NNS", "POS", "PRP$", "CD", "HYPH"}
_GOES_WITH_BY = frozenset("standing abiding passing going stopping coming dropping living swearing".split())
"""Gerunds with a "by" of their own (`accused of standing by a liar`)."""
_CLOSED = frozenset(("VB", "VBD", "VBZ", "VBP", "VBN", "VBG", "MD", "WDT", "WP", "WRB"))
"""Behind such a word "by" is no longer the passive's."""
_BORNE = frozenset(
    "accused blamed praised criticised criticized condemned denounced slammed lambasted hailed lauded mocked ridiculed"
    " attacked rebuked scolded censured castigated vilified".split()
)
"""Past forms of verbs that always say at once whom they strike: with none of these words in its place, it is the subject."""
_LED = frozenset("of by over for as to".split())
_HEARD = frozenset("urged told warned advised reminded".split())
_LED_TO_HEAR = frozenset("to by over".split())
_NAMED = frozenset("called branded labelled labeled dubbed termed deemed described".split())
"""Past forms of verbs with an object and what it is called: where that follows at once, and "by" behind it, they are passives."""
_APPOSED = 8
"""So many words behind a comma, at most, a participle tells what others call what is told before it."""
_QUOTED = frozenset("quoted cited reported".split())
_PASSIVES = _BORNE | _HEARD | _NAMED
_DESCRIBED = _BORNE | _NAMED | {"dismissed", "derided"}
_TOLD = frozenset(("JJ", "NN"))
"""Tags of the word that tells what somebody is called (`called corrupt by`)."""
_SECOND = frozenset(("DT", "JJ", "PRP$"))
_ENDS = frozenset((STOP, BREAK, COMMA, DASH))
LED_ON = frozenset("as about by for of on with".split())
"""What a passive may have behind its participle (`was accused of`)."""
_SPOKEN_OF = SAID_OF - TELL - {"asked", "requested", "quoted"}
_BEFORE_NAMES, _BEFORE_TOLD = frozenset(["as"]), frozenset(["that", "to"])
_THOUGHT = frozenset("feared believed thought presumed".split())
_JOINING = frozenset("and but though although while whereas".split())
_WHOM = frozenset("who whom which that what whose".split())


def is_bare_passive(scene: Scene, link: Link) -> bool:
    """Is the cue a passive that goes without "be" (`Mayor accused of theft`, `Minister urged to quit`, `Lund called a
    liar by Holm`)?

    Not where whom it strikes stands further left: the source then does not open its clause (`the clerk Ruiz accused of theft`).
    """
    words = scene.words
    if link.cue is None or _PASSIVES.isdisjoint(words[slice(*link.cue)]):
        return False
    verb = next(at for at in range(*link.cue) if words[at] in _PASSIVES)
    if words[verb] in _NAMED:
        return _opens_clause(scene, link.source) and _is_called_by(scene, verb)
    led = _LED if words[verb] in _BORNE else _LED_TO_HEAR
    return scene.word(verb + 1) in led and _opens_clause(scene, link.source)


def _is_called_by(scene: Scene, verb: int) -> bool:
    """Is it what somebody is called that follows, with who calls him so at the end of the clause?"""
    words, tags = scene.words, scene.tags
    at = verb + 1 + (scene.word(verb + 1) == "as")
    at += kind_of(scene.word(at)) == MARK
    agent = _agent(scene, verb)
    if agent is None or at >= agent.first or (words[at] not in ("a", "an") and tags[at] not in _TOLD):
        return False
    ends = agent.stop == scene.sentence(verb).stop or kind_of(words[agent.stop]) in _ENDS
    return ends and _SECOND.isdisjoint(tags[agent.first + 2 : agent.stop])


def _opens_clause(scene: Scene, source: Range | None) -> bool:
    if source is None:
        return True
    words, first = scene.words, source.first
    opens = first == scene.sentence(first).first or kind_of(words[first - 1]) in (BREAK, COMMA, DASH)
    return opens and words[first] not in _WHOM


def is_plain_passive(scene: Scene, link: Link) -> bool:
    """Is it a passive that leaves no other reading (`He was feared dead`, `Ruiz, branded a crook by Holm, left`)?"""
    cue, words = link.cue, scene.words
    if cue is None or not link.contents:
        return False
    named = next((at for at in range(*cue) if words[at] in _NAMED), None)
    thought = cue.stop - cue.first == 2 and words[cue.first] in BE and words[cue.stop - 1] in _THOUGHT
    return (thought and link.source is None) or (named is not None and _is_called_by(scene, named))


def is_of_next_clause(scene: Scene, link: Link) -> bool:
    """Does the source of a passive open the next clause, as its subject (`Ruiz was accused of theft, but Holm said ...`)?"""
    words, source, cue = scene.words, link.source, link.cue
    if source is None or cue is None or source.first <= cue.stop or not _is_passive(words[slice(*cue)]):
        return False
    acts = scene.tag(source.stop) in FINITE_TAGS
    return acts and words[source.first - 2] == "," and words[source.first - 1] in _JOINING


def by_agent(scene: Scene, link: Link) -> None:
    """Make the one behind "by" the source of a link whose cue is a passive; the subject is part of what is reported."""
    participle = _participle(scene, link)
    if _quoted_as(scene, link, participle) or participle is None or link.cue is None:
        return
    by = _by(scene, participle)
    if by is None:
        return
    known = link.source if link.source and link.source.first == by + 1 else None
    source = known or _named_after(scene, by)
    contents = _told_by(scene, link, participle, Range(by, source.stop)) if source else []
    if contents:
        cue = Range(link.cue.first, by + 1 if link.cue.stop >= by else link.cue.stop)
        link.source, link.cue, link.contents, link.how = source, cue, contents, "agent"


def _told_by(scene: Scene, link: Link, participle: int, agent: Range) -> list[Range]:
    """What is reported by the `agent` ("by Holm"): whom it is about, and what that one is called.

    Who is told something only hears it.
    """
    hears = scene.words[participle] in TELL
    told_of = [link.source] if link.source and link.cue and link.source.stop <= link.cue.first and not hears else []
    told_of = told_of or _told_of(scene, participle)
    if told_of and _is_plan(scene, told_of[0]):
        told_of = []  # `agreed to sell the park, a plan called "shameful" by Holm`
    contents = list(dict.fromkeys(rest for content in (*told_of, *link.contents) for rest in without(content, agent)))
    if _is_apart(scene, participle):  # `Lund, called a liar by Holm, left`: the main clause goes on
        contents = [rest for rest in contents if rest.first < agent.stop or scene.words[rest.first] != ","]
    behind = [rest for rest in contents if rest.first >= agent.stop]
    if not behind and scene.word(agent.stop) in (_BEFORE_TOLD if hears else _BEFORE_NAMES):
        behind = [Range(agent.stop, _clause_end(scene, agent.stop))]
        contents += behind
    return behind if hears and behind else contents


def _is_plan(scene: Scene, told_of: Range) -> bool:
    """Is it an apposition, which only says what was told before (`..., [a plan] called ...`)?"""
    words, first = scene.words, told_of.first
    return first > 0 and words[first - 1] == "," and words[first] in ("a", "an") and told_of.stop - first == 2


def _clause_end(scene: Scene, first: int) -> int:
    """The next sign behind a token, which ends what somebody is called (`described by Holm [as a fraud], ...`)."""
    end = scene.sentence(first).stop
    return next((at for at in range(first, end) if kind_of(scene.words[at]) in _ENDS), end)


def with_subject(scene: Scene, link: Link, subject: Range | None) -> None:
    """Make of whom something is said or thought by nobody a part of that (`[Ruiz] was thought [to have fled]`).

    `subject` is the passive's, where it is known; whom something is told or asked only hears it.
    """
    if link.source or link.cue is None or not link.contents or link.contents[0].first < link.cue.stop:
        return
    floor = scene.sentence(link.cue.first).first
    if _is_passive(scene.words[slice(*link.cue)]):
        start = verb_start(scene.words, link.cue.first, floor)
        own = subject_before(scene, start, floor) if link.how != "subject" or subject is None else None
        found = bounded(scene, own) if own else subject
    else:
        start = link.cue.first
        found = _before_participle(scene, link.cue, floor)
    if found and found.stop <= start and not _is_empty(scene, found, link.contents[0]):
        link.contents.insert(0, found)


def _before_participle(scene: Scene, cue: Range, floor: int) -> Range | None:
    """Whom a passive without "be" is about: `[the man], believed to be ill`, `[a man] thought to be ill`."""
    words, (first, stop) = scene.words, cue
    if stop - first > 1 or words[first] not in _SPOKEN_OF or scene.word(stop) != "to":
        return None
    comma = first > floor and words[first - 1] == ","
    asked = words[floor] in BE  # `Is the bridge believed to be safe?`
    return phrase_left(scene, first - comma, floor + asked)


def _is_passive(cue: tuple[str, ...]) -> bool:
    """Does it end with a passive, or with that and a preposition (`is widely seen as`)?"""
    if len(cue) > 2 and cue[-1] in LED_ON:
        cue = cue[:-1]
    return cue[-1] in _SPOKEN_OF and not BE.isdisjoint(cue) and cue[-2:-1] != ("-",)


def _is_empty(scene: Scene, subject: Range, content: Range) -> bool:
    """Does the subject stand for what follows (`it was believed that ...`), or for nothing?"""
    first = scene.words[subject.first]
    return first == "there" or (first == "it" and scene.words[content.first] in ("that", "whether", "how"))


def described(scene: Scene, link: Link) -> Link | None:
    """What another says in an apposition to what is reported: `agreed to sell the park, a plan called "shameful" by [Ruiz]`.

    It is cut from the contents of the link.
    """
    words = scene.words
    for number, content in enumerate(link.contents):
        for comma in range(max(0, content.first - 1), content.stop - 3):
            if words[comma] != "," or words[comma + 1] not in ("a", "an") or scene.zone_of[comma] >= 0:
                continue
            near = range(comma + 2, min(comma + _APPOSED, content.stop))
            participle = next((at for at in near if words[at] in _DESCRIBED), None)
            agent = _agent(scene, participle) if participle else None
            if participle is None or agent is None:
                continue
            said = participle + 1 + (words[participle + 1] == "as")
            if said < agent.first:
                link.contents[number : number + 1] = without(content, Range(comma, agent.stop))
                source = Range(agent.first + 1, agent.stop)
                return Link(source, Range(participle, said), [Range(said, agent.first)], "agent")
    return None


def _quoted_as(scene: Scene, link: Link, participle: int | None) -> bool:
    """Make the subject of `was quoted by the Post as saying` the source, if it is that: whoever prints it says nothing."""
    words, cue = scene.words, link.cue
    if cue is None:
        return False
    floor = scene.sentence(cue.first).first
    if participle is None and words[cue.first] in ("as", "saying"):
        before = reversed(range(max(floor, cue.first - _REACH), cue.first))
        participle = next((at for at in before if words[at] in _QUOTED), None)
    if participle is None or words[participle] not in _QUOTED:
        return False
    stop = min(participle + _REACH, scene.sentence(participle).stop - 1)
    saying = next((at + 2 for at in range(participle + 1, stop) if words[at : at + 2] == ("as", "saying")), None)
    first = verb_start(words, participle, floor)
    known = link.source if link.source and link.source.stop <= first else None
    source = known or phrase_left(scene, first, floor)
    contents = [
        Range(max(content.first, saying), content.stop) for content in link.contents if saying and content.stop > saying
    ]
    if not (saying and source and contents):
        return False
    link.source, link.cue, link.contents, link.how = source, Range(first, saying), contents, "subject"
    return True


def _is_apart(scene: Scene, participle: int) -> bool:
    return scene.word(participle - 1) == ","


def _told_of(scene: Scene, participle: int) -> list[Range]:
    """Whom a participle behind a comma is about: `Lund, called a liar by Holm, left`."""
    if not _is_apart(scene, participle):
        return []
    found = phrase_left(scene, participle - 1, scene.sentence(participle).first)
    return [found] if found else []


def _participle(scene: Scene, link: Link) -> int | None:
    """The participle of a cue that is a passive: behind a form of "be", with a comma before it, or bare."""
    if link.cue is None:
        return None
    words, tags = scene.words, scene.tags
    verb = next((at for at in reversed(range(*link.cue)) if tags[at] in _PARTICIPLES and words[at] not in BE), None)
    if verb is None:
        return None
    floor = max(scene.sentence(verb).first, link.cue.first - 2)
    reduced = tags[verb] == "VBN" and verb == link.cue.first and _is_apart(scene, verb)
    return verb if reduced or not BE.isdisjoint(words[floor:verb]) or is_bare_passive(scene, link) else None


def _by(scene: Scene, participle: int) -> int | None:
    """Where the participle's "by" stands, in the same clause and outside of quotations."""
    words, tags = scene.words, scene.tags
    for at in range(participle + 1, min(participle + _REACH, scene.sentence(participle).stop - 1)):
        if words[at] == "by":
            return at if scene.zone_of[at] < 0 else None
        closed = tags[at] in _CLOSED and not _is_deed(scene, participle, at)
        if scene.zone_of[at] < 0 and (closed or words[at] in (",", ";", ":")):
            return None
    return None


def _agent(scene: Scene, participle: int) -> Range | None:
    """The participle's "by" with whom it names."""
    by = _by(scene, participle)
    source = _named_after(scene, by) if by is not None else None
    return Range(source.first - 1, source.stop) if source else None


def _is_deed(scene: Scene, participle: int, at: int) -> bool:
    """Is the word what somebody is accused of doing (`accused of lying by rivals`)?"""
    led = at == participle + 2 and scene.words[at - 1] in ("of", "for", "with")
    return led and scene.tags[at] == "VBG" and scene.words[at] not in _GOES_WITH_BY


def _named_after(scene: Scene, by: int) -> Range | None:
    """The noun phrase behind "by" that names somebody, or tells people: `Cho`, `the mayor of Leon`, `her`."""
    tags, words = scene.tags, scene.words
    end = scene.sentence(by).stop
    at = by + 1
    while at < end and (tags[at] in _NOMINAL or _goes_on(scene, at, by + 1, end)):
        at += 1
    phrase = Range(by + 1, at)
    if phrase.stop == phrase.first or kind_of(words[by + 1]) == TIME or tags[by + 1] == "CD":
        return None
    named = not _NAMING.isdisjoint(tags[slice(*phrase)])
    return phrase if named or words[at - 1] in _doers() else None


@cache
def _doers() -> frozenset[str]:
    """Nouns of persons and bodies, who may do what a passive tells."""
    return tables.people() | tables.groups().plural | tables.groups().collective | tables.organisations().heads


def _goes_on(scene: Scene, at: int, first: int, end: int) -> bool:
    """Does "of" or "and" lead on to a name (`the mayor of Leon`), not to what somebody is accused of?"""
    tags = scene.tags
    after = at + 1 + (at + 1 < end and tags[at + 1] == "DT")
    return at > first and scene.words[at] in ("of", "and") and after < end and tags[after] in _NAMING
