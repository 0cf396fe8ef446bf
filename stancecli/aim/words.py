"""The closed classes of English words by which the rules find their way without tags."""

from __future__ import annotations


def _words(line: str) -> frozenset[str]:
    return frozenset(line.split())


BE = _words("is are was were be been being am 's 're 'm gets get got")
LINKING = BE | _words(
    "become becomes became remain remains remained seem seems seemed appear appears appeared look looks looked "
    "sound sounds sounded prove proves proved stay stays stayed"
)
IMPERSONAL = _words("is was 's be being would will might may could must can has had seems seemed")
"""What follows "it" where an infinitive comes after ("it would be wrong to ...")."""
AUXILIARIES = BE | _words(
    "has have had do does did will would can could may might must shall should not n't 'll 'd 've never"
)
VERBAL = AUXILIARIES | _words(
    "often also always ever now long again just still once even yet already soon later then twice very so"
)
"""What stands between a subject and its verb."""
DETERMINERS = _words("a an the this that these those no any some another such")
POSSESSIVES = _words("its his her their")
PARTICIPLES = ("ed", "n", "t", "id", "ade", "uck", "ung")
"""How participles of the passive end."""
FIRST_PERSON = _words("i we me us my our ours mine myself ourselves")
THIRD_PERSON = _words("he him his himself she her hers herself it its itself they them their theirs themselves")
OPPONENTS = _words(
    "critic critics opponent opponents enemy enemies foe foes rival rivals detractor detractors adversary adversaries "
    "challenger challengers accuser accusers victim victims"
)
"""Who stands against a party or suffers from it: blame of them is no blame of it."""
KIN = _words(
    "mother mothers father fathers parent parents mum mom dad son sons daughter daughters child children brother brothers "
    "sister sisters sibling siblings wife husband spouse ex-wife ex-husband widow widower girlfriend boyfriend fiancé fiancée "
    "uncle uncles aunt aunts nephew nephews niece nieces cousin cousins grandfather grandmother grandparents grandson "
    "granddaughter grandchildren stepfather stepmother stepson stepdaughter neighbour neighbours neighbor neighbors friend friends"
)
"""Who is somebody's and yet somebody else: what is said of them is not said of him."""
CALLING = _words("call label brand describe portray treat accuse blame")
"""Verbs that say something of their object: to do so is absurd or fair, and not the object."""
CHARGES = _words(
    "charge charges allegation allegations accusation accusations claim claims complaint complaints case lawsuit suit verdict"
)
"""What is brought against somebody."""
REJECTING = _words(
    "reject rejects rejected rejecting dismiss dismisses dismissed dismissing deride derides derided deriding"
)
"""Verbs before whose "as" stands what somebody thinks of what others say."""
OCCASIONS = _words(
    "meeting meetings debate debates session sessions hearing hearings match matches game contest exchange exchanges encounter "
    "evening night afternoon morning day week month year season summer winter spring autumn"
)
"""What an adjective before it is about, and none of the parties that come together then ("after a bad-tempered meeting")."""
THINKING = _words(
    "say says said think thinks thought believe believes believed know knows knew feel feels felt hope hopes hoped "
    "fear fears feared guess suppose insist insists insisted"
)
"""Verbs that a clause may follow without "that" ("I think the plan is good")."""
PRONOUNS = _words("it this that there these those he she they we you i what which who")
THINGS = _words("it they")
"""Pronouns that at the start of a sentence may go on from the subject of the sentence before."""
PLACES = _words(
    "in at from to into near across inside outside around via through within throughout toward towards onto"
)
AIMING = _words("at to toward towards on upon against of for over about with into")
PREPOSITIONS = PLACES | _words("by with for on against about over under after before during between among")
CONJUNCTIONS = _words("and or but nor")
RELATIVES = _words("who which that whose")
NEGATIONS = _words("not n't never")
QUOTES = _words("“ ” \" ‘ ’ ' `` '' « »")
TRANSPARENT = QUOTES | {"-", "."}
"""What may stand between the parts of a noun phrase without counting; a stop inside a sentence abbreviates."""
BREAKS = _words(
    "; : — – -- ? ! but while although though because whereas if when since unless until so that who which whom "
    "whose where why how"
)
"""Where a clause ends. Commas do not: they set off apposition more often than clauses."""
FUNCTION = (
    LINKING
    | DETERMINERS
    | POSSESSIVES
    | PREPOSITIONS
    | BREAKS
    | PRONOUNS
    | AUXILIARIES
    | _words("of as than or nor my your our him them me us , ( ) [ ] …")
)
"""What no noun phrase holds between a modifier and its head."""
