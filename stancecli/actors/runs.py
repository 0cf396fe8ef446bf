"""Runs of capitalised words: where names can stand, and which capitals say nothing."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from itertools import compress
from operator import not_
from typing import NamedTuple

from stancecli import tables
from stancecli.actors.acting import acts, is_told_of
from stancecli.actors.body_names import begins_body, is_of_many, opens_band, opens_body, opens_region
from stancecli.actors.given import given_stop
from stancecli.actors.lookup import known_at, starts_known
from stancecli.actors.small import SURNAMES, may_be_name
from stancecli.actors.words import PARTICLES, SAINTS, has_capital
from stancecli.model import Parse
from stancecli.tokens import words_of

_OPENERS = frozenset("\" “ ‘ ' `` ( [ : ; • * – — -- ? ! . … ... /".split())
_COURTESIES = frozenset("mr mrs ms miss dr prof professor rev".split())
"""Titles that nothing but a person's name follows."""
_OWNERS = frozenset("women men people children workers veterans farmers teachers mothers lloyd citizens".split())
_OF_OFFICERS = frozenset("office department court bureau guard college hospital".split())
"""What is an officer's within a name ("Arden County Sheriff's Office")."""
_ENDINGS = tuple("ing ly ed tion tions ment ments ness ity ers ists ians ings ors ies".split())
"""How words end that are seldom names where they open a sentence."""
_LONGEST, _LONGEST_LINK = 12, 4
"""So many tokens before its last word a run may begin, and less than so many may stand between two of its words."""
_ENDS = frozenset({".", "”", '"', "’", "'", ")"})
_GENERATIONS = frozenset({"jr", "sr"})
_NOUNS = (("NN",), ("NNS",))
_AUXILIARIES = frozenset(
    (word,) for word in "is was are were has have had will would should must may might can could".split()
)
_BE = frozenset("is was are were".split())
_LOUD, _LOUD_SENTENCE = 0.6, 0.9
"""Of how many of its longer words a loud paragraph has more in capitals, and of how many if it ends as sentences do."""
_LINKS = frozenset(
    tuple(link.split()) for link in ("of", "for", "on", "of the", "for the", "- in -", "in", "to the", "to")
)
"""What leads from an office or a word for a body to what is of it."""


def _is_passive(parse: Parse, verb: int) -> bool:
    """Whether something is done to what stands before a verb: of a single word, a thing rather than a party ("Insulin
    was found").
    """
    after = verb + 1
    if parse.words[verb] not in _BE or after >= len(parse.words):
        return False
    return parse.tags[after] == "VBN" if parse.tags else parse.words[after].endswith("ed")


class Run(NamedTuple):
    """Tokens `first` to `stop`: capitalised words and what may link them within a name."""

    first: int
    stop: int


class Vocabulary:
    """What a document's own spelling tells about its words.

    `capitals` are the tokens that begin with a capital, `doubtful` those whose capital says little because anything has
    one there; `lower` are the words that are also written without one, `requested` the words of targets that are asked for,
    `named` these and the words with a capital where only a name has one; `called` stand behind "Mr" and the like, and are
    surnames whatever else they mean ("Mr Hall"); `surnames` are the words with a capital behind a first name,
    `introduced` those of them that the text has there first, `firsts` the first names before one.
    """

    def __init__(self, parse: Parse, wanted: Iterable[str]) -> None:
        """`wanted` are the targets that are asked for."""
        text, words = parse.document.text, parse.words
        flags = list(map(str.isupper, map(text.__getitem__, parse.starts)))
        self._parse = parse
        self._stops = [tokens.stop for tokens in parse.paragraphs]
        self.capitals = list(compress(range(len(words)), flags))
        self.lower = set(compress(words, map(not_, flags)))
        firsts = {sentence.first for sentence in parse.sentences}
        closed = {zone.stop for zone in parse.quotations if zone.closed}
        opened = (i for i in self.capitals if words[i - 1] in _OPENERS and i not in closed)
        self._initials = firsts.intersection(self.capitals).union(opened)
        self._loud = {i for i, tokens in enumerate(parse.paragraphs) if _is_loud(parse, flags, *tokens)}
        self._meant: dict[str, bool] = {}
        self._named: dict[str, bool] = {}
        self.requested = {word for target in wanted for word in words_of(target)}
        self.doubtful = self._initials.union(filter(self.is_loud, self.capitals)) if self._loud else self._initials
        telling = {words[i] for i in self.capitals if i not in self.doubtful}
        self.named = (telling | self.requested) - tables.ordinary()
        titled = [i + 1 + (words[i + 1 : i + 2] == (".",)) for i in self.capitals if words[i] in _COURTESIES]
        self.called = {word for i in titled for word in words[i : i + 1]}
        names = tables.first_names().genders
        behind = [i for i in self.capitals if i and words[i - 1] in names and flags[i - 1]]
        self.surnames = {words[i] for i in behind}
        first = {words[i]: i for i in reversed(self.capitals)} if behind else {}
        self.introduced = {words[i] for i in behind if first[words[i]] == i}
        self.firsts = {words[i - 1] for i in self.capitals if i and self._is_surname_behind(i)}

    def _is_surname_behind(self, token: int) -> bool:
        """Whether a word with a capital behind a first name is a surname and no word for a place or body."""
        parse, table, word = self._parse, tables.organisations(), self._parse.words[token]
        if parse.words[token - 1] not in tables.first_names().genders or not has_capital(parse, token - 1):
            return False
        return not (starts_known(word) or word in tables.ordinary() or word in table.things or word in table.heads)

    def is_initial(self, token: int) -> bool:
        """Whether a capital says nothing at this place: a sentence, a quote or a list item begins."""
        return token in self._initials

    def is_loud(self, token: int) -> bool:
        """Whether the token stands in a paragraph that capitalises most of its words."""
        return bool(self._loud) and bisect_left(self._stops, token + 1) in self._loud

    def trusts(self, token: int) -> bool:
        """Whether a single capitalised word is likely a name."""
        word = self._parse.words[token]
        names = tables.first_names()
        if word in self.named or word in names.genders or word in names.surnames:
            return True
        if word in self.lower or self.is_loud(token):
            return False
        # At the beginning of a sentence only what acts or owns is taken for a name, or what a relative clause tells of.
        roles = tables.groups()
        if word in roles.plural or word in roles.singular or word.endswith(_ENDINGS):
            return False
        acting = acts(self._parse.words, token + 1) and not _is_passive(self._parse, token + 1)
        if self._parse.tags[token : token + 1] in _NOUNS and self._parse.words[token + 1 : token + 2] in _AUXILIARIES:
            return False  # "Crime has fallen"
        return acting or is_told_of(self._parse, token, token + 1)

    def is_shouted(self, token: int) -> bool:
        """Whether the ordinary word beside one in capitals has them too ("SEEN ENOUGH"): it is no name then."""
        parse, ordinary = self._parse, tables.ordinary()
        near = (at for at in (token - 1, token + 1) if 0 <= at < len(parse.words))
        return any(
            parse.words[at] in ordinary and len(parse.words[at]) > 1 and parse.text(at, at + 1).isupper() for at in near
        )

    def is_first_name(self, token: int) -> bool:
        """Whether a word that is ordinary elsewhere begins a person's name here ("Bill Shaw").

        Inside a sentence its capital tells that it does, even before a surname that is ordinary too ("Will Young").
        """
        parse, after, inside = self._parse, token + 1, token not in self.doubtful
        if parse.words[token] not in tables.first_names().genders or after >= len(parse.words):
            return False
        surname = parse.words[after]
        if surname not in PARTICLES and not has_capital(parse, after):
            return False
        known = surname in tables.ordinary() or starts_known(surname)
        return may_be_name(parse, token, inside) and (not known or (inside and surname in SURNAMES))

    def means_country(self, name: str) -> bool:
        """Whether the text has the demonym or the capital of a country whose name is also another place's."""
        if name not in self._meant:
            country = _country(name)
            self._meant[name] = self._has_any((*country.demonyms, *country.capitals))
        return self._meant[name]

    def names_country(self, name: str) -> bool:
        """Whether the text has the name or the demonym of a country, besides its capital."""
        if name not in self._named:
            country = _country(name)
            self._named[name] = self._has_any((country.name, *country.aliases, *country.demonyms))
        return self._named[name]

    def _has_any(self, phrases: Iterable[str]) -> bool:
        """Whether the text has all words of one of these phrases."""
        words = set(self._parse.words)
        return any(words.issuperset(words_of(phrase)) for phrase in phrases)


def _country(name: str) -> tables.Country:
    return next(country for country in tables.countries().countries if country.name == name)


def runs(parse: Parse, vocabulary: Vocabulary) -> list[Run]:
    """All runs of capitalised words, from left to right."""
    found: list[Run] = []
    free = 0
    words, doubtful = parse.words, vocabulary.doubtful
    for token in vocabulary.capitals:
        if token < free:
            continue
        if token in doubtful and not _is_candidate(parse, vocabulary, token, found[-1] if found else None):
            continue
        first, stop = token, max(token + 1, given_stop(parse, token))
        if words[token] in _GENERATIONS and words[stop : stop + 1] == (".",):
            stop += 1
        if found and token - free < _LONGEST_LINK and _joins(parse, found[-1], token):
            found[-1] = Run(found[-1].first, stop)
        else:
            if words[first - 1] in PARTICLES or words[first - 1] == "-":
                first = _with_particles(parse, first, free)
            found.append(Run(first, stop))
        free = stop
    return found


def _is_loud(parse: Parse, flags: list[bool], first: int, stop: int) -> bool:
    """Whether most of the longer words from `first` to `stop` have a capital."""
    if 2 * sum(flags[first:stop]) < _LOUD * (stop - first):
        return False
    longer = [flags[i] for i in range(first + 1, stop) if len(parse.words[i]) > 3 and parse.words[i][0].isalpha()]
    if first == stop or parse.words[stop - 1] in _ENDS:
        return len(longer) > 4 and sum(longer) > _LOUD_SENTENCE * len(longer)
    return len(longer) > 1 and sum(longer) > _LOUD * len(longer)


def _is_candidate(parse: Parse, vocabulary: Vocabulary, token: int, last: Run | None) -> bool:
    """Whether a capitalised word whose capital says little may be part of a name; `last` is the run before it."""
    if vocabulary.is_loud(token):
        return _is_loud_candidate(parse, vocabulary, token, last)
    word, titles = parse.words[token], tables.titles()
    if starts_known(word) and known_at(parse, token):
        return True
    if word in tables.ordinary():
        again = word in vocabulary.surnames and acts(parse.words, token + 1)  # "May said" behind "Theresa May"
        return again or vocabulary.is_first_name(token) or opens_body(parse, token) or opens_region(parse, token)
    return (
        (word not in vocabulary.lower and not (len(word) > 4 and word.endswith(("ing", "ed", "ly"))))
        or word in vocabulary.named
        or word in tables.first_names().genders
        or opens_band(parse, token)
        or word in titles.heads
        or word in titles.qualifiers
        or word in tables.organisations().of_heads
    )


def _is_loud_candidate(parse: Parse, vocabulary: Vocabulary, token: int, last: Run | None) -> bool:
    """The same in title case and in all capitals: only words that the rest of the text or the tables know, and what follows a
    first name or a title.
    """
    word, names = parse.words[token], tables.first_names()
    if word in vocabulary.named or (starts_known(word) and known_at(parse, token)):
        return True
    if word in tables.ordinary():
        return False
    if word in names.genders or word in names.surnames or word in tables.titles().heads:
        return True
    if last is None or last.stop < token - 1 or word in vocabulary.lower:
        return False
    if parse.words[token - 1] == "-" and last.stop == token - 1:
        return True
    before, earlier = parse.words[last.stop - 1], parse.words[last.stop - 2] if last.stop - last.first > 1 else ""
    # "Mayor Slams Critics": what follows an office may be what its holder does.
    office = before in tables.titles().heads and not word.endswith(("s", "ed", "ing"))
    return (before in names.genders and earlier not in names.genders) or office


def _joins(parse: Parse, run: Run, token: int) -> bool:
    """Whether what stands between a run and the next capitalised word links them within one name."""
    words, last = parse.words, run.stop - 1
    if token - run.first > _LONGEST or parse.sentence_of[last] != parse.sentence_of[token]:
        return False
    between = words[run.stop : token]
    if len(between) > 1 and between[0] == between[-1] == "-" and parse.ends[last] == parse.starts[run.stop]:
        return parse.ends[token - 1] == parse.starts[token]  # "Chick-fil-A"
    if not between:
        return words[last] != "." or words[last - 1] not in _GENERATIONS
    before, after = words[last], words[token]
    if between in _LINKS:
        return _takes(before, after, between) or opens_band(parse, last)
    match between:
        case ("the",):  # "the union Unite the Bakers"
            return run.first == last > 0 and words[last - 1] in tables.organisations().kinds
        case (".",):
            return len(before) == 1 or before in tables.titles().abbreviations
        case ("-",) | ("&",):
            return "-" not in between or parse.ends[last] + 1 == parse.starts[token]
        case ("'s",):
            if words[run.first] in SAINTS:
                return after in tables.organisations().heads  # "St Brannock's Hospital"
            return (
                before in _OWNERS
                or before.endswith("men")
                or (before in tables.titles().heads and after in _OF_OFFICERS)
            )
        case ("'",):
            return before.endswith("s") and after in tables.organisations().heads
        case (",",):
            return after in _GENERATIONS
        case ("'", "and"):  # "the Farmers' and Growers' Union"
            return before.endswith("s") and begins_body(parse, run.first, run.stop, token)
        case ("and",):
            subjects = tables.organisations().subjects
            within = before in subjects or not {"of", "for"}.isdisjoint(words[run.first : last])
            of_many = is_of_many(parse, last, token)
            return (after in subjects and within) or of_many or begins_body(parse, run.first, run.stop, token)
    return all(word in PARTICLES or word == "-" for word in between)


def _takes(before: str, after: str, between: tuple[str, ...]) -> bool:
    """Whether "of ..." or its like goes on with an office or an organisation's name."""
    titles = tables.titles()
    if before in titles.heads and (after in titles.complements or after in titles.qualifiers):
        return True
    return before in tables.organisations().of_heads and (between[0] in {"of", "for"} or before == "action")


def _with_particles(parse: Parse, first: int, free: int) -> int:
    """A name's first token with the particles before it ("de Blasio", "al-Assad")."""
    words, begin = parse.words, first
    while begin > free and (
        words[begin - 1] in PARTICLES or (words[begin - 1] == "-" and words[begin - 2] in PARTICLES)
    ):
        if parse.sentence_of[begin - 1] != parse.sentence_of[first]:
            break
        begin -= 1
    return begin if words[begin] != "-" else first
