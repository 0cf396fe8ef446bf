"""Find the names in a text: of persons, countries and organisations."""

from __future__ import annotations

from typing import NamedTuple

from stancecli import tables
from stancecli.actors.acting import acts, is_told_of, one_of_a_people, stands_for_government
from stancecli.actors.bearers import bears_country, is_beside_kind, is_borne, is_branch, is_name_again, is_other
from stancecli.actors.body_names import opens_band, opens_body, opens_region
from stancecli.actors.given import given_stop
from stancecli.actors.lookup import Found, known_at, known_ends, starts_known
from stancecli.actors.openers import leads
from stancecli.actors.runs import Run, Vocabulary, runs
from stancecli.actors.titled import title_first, title_stop
from stancecli.actors.words import ARTICLES, DAYS, HONOURS, PARTICLES, SAINTS, SUFFIXES, is_compounded
from stancecli.actors.works import titles_of_works
from stancecli.model import ActorKind, Member, Parse

ALSO_SURNAMES = frozenset(
    "church post guard watch court house school star press bank college power mission chamber homes books ledger sun".split()
)
"""Words that end the names of organisations and of persons ("Frank Church")."""
_ADJECTIVES = frozenset(
    "great new first last next good best big little old open north south east west northern southern eastern western "
    "central european two three four five six seven nine".split()
)
"""Ordinary words that begin names of bodies ("Great Northern Mutual")."""
_BEHIND_NAMES = frozenset("now first forward together tomorrow today again".split())
"""Ordinary words that end the names of bodies ("Clean Rivers Now")."""


class Name(NamedTuple):
    """A named party at tokens `first` to `stop`, its title included.

    `words` are the words of the name itself, as written. `key` is the name that the tables give, if they know
    it. `gender` ("m", "f" or "") is what the title tells; `titles` are its lower-cased words. `sure` is false
    where only capitals speak for a name: `kind` is then a guess. `taught` is the actor of the roster that it names.
    """

    first: int
    stop: int
    words: tuple[str, ...]
    kind: ActorKind
    key: str | None = None
    gender: str = ""
    titles: frozenset[str] = frozenset()
    sure: bool = True
    weak: bool = False
    taught: Member | None = None


def find_names(parse: Parse, vocabulary: Vocabulary) -> list[Name]:
    """All names in `parse`, from left to right, without overlaps."""
    reader, works = _Reader(parse, vocabulary), titles_of_works(parse)
    found = [name for run in runs(parse, vocabulary) for name in reader.read(run)]
    return [name for name in found if name.sure or (name.first, name.stop) not in works] if works else found


class _Reader:
    """Reads runs of capitalised words as names, one after the other; `run` is the one being read."""

    def __init__(self, parse: Parse, vocabulary: Vocabulary) -> None:
        self.parse, self.vocabulary, self.run = parse, vocabulary, Run(0, 0)
        self.words = parse.words
        self.ordinary, self.things = tables.ordinary(), tables.organisations().things - vocabulary.called

    def read(self, run: Run) -> list[Name]:
        self.run = run
        if run.stop - run.first == 1:
            return self._single(run.first)
        first, stop = run.first, self._trimmed_stop()
        while first < stop and self._skips(first, stop):
            first += 1
        ends, way = {self.words[run.stop - 1], self.words[stop - 1]}, tables.organisations().ways
        thing = (
            (not self.things.isdisjoint(ends) or (stop < run.stop and self.words[run.stop - 1] in way))
            and "&" not in self.words[first:stop]
            and not is_borne(self.parse, self.vocabulary, self.things, first, stop)
        )
        if first >= stop or thing or self._is_seat(first):
            return self._plain(first, stop, inside_title=True) if first < stop else []
        if self.words[first] in SAINTS and self.words[stop - 1] in tables.organisations().heads:
            return [self._name(first, stop, "organisation")]  # "St Mary's School"
        title = title_stop(self.parse, self.vocabulary, first, stop)
        if title is not None:
            begin = title_first(self.parse, first, title)
            return [*self._plain(first, begin, inside_title=True), self._titled(begin, title, stop)]
        return self._plain(first, stop)

    def _single(self, token: int) -> list[Name]:
        """What a run of one word names."""
        word = self.words[token]
        known = known_at(self.parse, token)
        loud = self.parse.text(token, token + 1).isupper()
        body = known and known.known.sort == "organisation" and not loud
        surname = body and word in self.vocabulary.introduced  # "Fox", of Vicente Fox
        if known and not surname and not is_other(self.parse, self.vocabulary, known):
            return self._known(known)
        if is_name_again(self.parse, self.vocabulary, token):
            return [self._name(token, token + 1, "person", sure=False)]
        article = not ARTICLES.isdisjoint(self.words[token - 1 : token])
        thing = word in self.things and (article or word not in self.vocabulary.named)
        if word in self.ordinary or thing or not word[0].isalnum():
            return []
        return [] if self._is_seat(token) else self._guess(token, token + 1)

    def _trimmed_stop(self) -> int:
        """Where the run ends without days, months and other words that are no part of a name."""
        first, stop = self.run
        while stop - first > 1 and self._is_plain(stop - 1) and not self._ends_name(first, stop):
            stop -= 1
        return stop - (stop - first > 2 and self.words[stop - 1] in HONOURS)

    def _is_plain(self, token: int) -> bool:
        """Whether a word is ordinary elsewhere, or no word, and no part of a compound ("Chick-fil-A")."""
        plain = self.words[token] in self.ordinary or not self.words[token][0].isalnum()
        first, stop = self.run
        compound = any(first + 1 < at < stop and is_compounded(self.parse, at) for at in (token, token + 2))
        return plain and not compound

    def _ends_name(self, first: int, stop: int) -> bool:
        """Whether a plain word at the end of a run is part of a name after all."""
        last = stop - 1
        if self._has_suffix(stop) or known_ends(self.parse, first, stop) or self._is_surname(first, stop):
            return True
        if self._is_body(last) or self._is_of_body(first, last):
            return True
        return self.words[last] in _BEHIND_NAMES and last not in self.vocabulary.doubtful

    def _has_suffix(self, stop: int) -> bool:
        """Whether an abbreviated suffix ends before this token ("Jr.")."""
        return self.words[stop - 1] == "." and self.words[stop - 2] in SUFFIXES

    def _is_surname(self, first: int, stop: int) -> bool:
        """Whether the run's last word is a surname though it is ordinary elsewhere ("Theresa May")."""
        names = tables.first_names().genders
        heads = tables.titles().heads
        before, last = self.words[stop - 2], self.words[stop - 1]
        if last in DAYS or not last.isalpha():
            return False
        if before in names:
            return stop - first == 2 or self.words[stop - 3] in heads
        return before in heads or (before == "." and self.words[stop - 3] in heads)

    def _is_body(self, token: int) -> bool:
        """Whether an ordinary word at the end of a run is that of a body ("Kent Police"): it has a capital of its own there."""
        return self.words[token] in tables.organisations().heads and token not in self.vocabulary.doubtful

    def _is_of_body(self, first: int, token: int) -> bool:
        """Whether an ordinary word ends the name of a body with "of" ("Journal of Deep Time")."""
        words, heads = self.words, tables.organisations().of_heads
        behind = any(words[at] == "of" and words[at - 1] in heads for at in range(first + 1, token))
        return behind and words[token] not in DAYS and token not in self.vocabulary.doubtful

    def _skips(self, token: int, stop: int) -> bool:
        """Whether a word at the beginning of a run is no part of the name that goes on up to `stop`."""
        word = self.words[token]
        if leads(self.parse, self.vocabulary, token, stop):
            return True
        if word not in self.ordinary:
            return not word[0].isalnum()
        if token not in self.vocabulary.doubtful:
            if is_beside_kind(self.words, token, stop):
                return False
            if word in _ADJECTIVES:
                return self.words[stop - 1] not in tables.organisations().heads
        if opens_region(self.parse, token):
            return False
        known = known_at(self.parse, token) or opens_body(self.parse, token)
        return not known and not self.vocabulary.is_first_name(token)

    def _is_seat(self, first: int) -> bool:
        """Whether the run tells a politician's party and state: "(D-Ohio)"."""
        return first > 0 and self.words[first - 1] == "(" and self.words[first] in {"d", "r", "i"}

    # --- runs with a title ---------------------------------------------------------------------

    def _titled(self, begin: int, title: int, stop: int) -> Name:
        titles = frozenset(word for word in self.words[begin:title] if word[0].isalpha())
        genders = tables.titles().genders
        told = {genders[word] for word in titles if word in genders}
        gender = told.pop() if len(told) == 1 else ""
        return self._name(title, stop, "person")._replace(first=begin, gender=gender, titles=titles)

    # --- runs without a title -------------------------------------------------------------------

    def _plain(self, first: int, stop: int, inside_title: bool = False) -> list[Name]:
        if first >= stop:
            return []
        if not inside_title:
            whole = self._organisation(first, stop) or self._person(first, stop)
            if whole:
                return [whole]
        found: list[Name] = []
        token = free = first
        while token < stop:
            known = known_at(self.parse, token)
            if known is None or self._ends_other(known, free) or self._is_part(known, first):
                token += 1
                continue
            if token > first and bears_country(self.words, known, stop):
                return [*found, self._name(token, stop, "person")]
            if not inside_title:
                found += self._rest(free, token)
            found += self._known(known)
            token = free = known.stop
        return found if inside_title or free == stop else found + self._rest(free, stop, tried=free == first)

    def _organisation(self, first: int, stop: int) -> Name | None:
        """The whole run as an organisation, by its words."""
        table, words = tables.organisations(), self.words
        found = known_at(self.parse, first)
        if stop - first < 2 or (found and found.stop == stop):
            return None
        lead = words[first] in tables.first_names().genders and stop - first == 2 and words[stop - 1] in ALSO_SURNAMES
        inner = next((i for i in range(first + 1, stop) if words[i] in {"of", "for", "&"}), None)
        if not lead and (
            words[stop - 1] in table.heads
            or (
                inner
                and (words[inner - 1] in table.of_heads or words[inner - 1] == "&" or opens_band(self.parse, inner - 1))
            )
        ):
            if found and found.known.sort in {"country", "demonym", "organisation"}:
                rest = known_at(self.parse, found.stop) if found.stop < stop else None
                if rest and rest.known.sort == "organisation" and rest.stop == stop:
                    return None
            return self._name(first, stop, "organisation")
        last = known_at(self.parse, stop - 1)
        other = last and not (found or lead) and self._ends_other(last, first)
        branch = last and is_branch(self.parse, self.vocabulary, first, last)
        appeal = stop - first > 2 and words[stop - 1] in _BEHIND_NAMES  # "Secure Norway Now"
        whole = other or branch or appeal or "&" in words[first:stop]
        return self._name(first, stop, "organisation") if whole else None

    def _person(self, first: int, stop: int) -> Name | None:
        """The whole run as a person: it begins with a first name."""
        if stop - first < 2:
            return None
        initials = stop - first > 2 and len(self.words[first]) == 1 and self.words[first + 1] == "."
        given = any(given_stop(self.parse, at) > at for at in (first, first + 1))
        if not (initials or given or (stop - first <= 8 and self.words[first] in tables.first_names().genders)):
            return None
        if not {"of", "for", "and"}.isdisjoint(self.words[first:stop]):
            return None
        known = (known_at(self.parse, first), known_at(self.parse, first + 1) if stop - first > 2 else None)
        return None if any(one and one.stop - one.first > 1 for one in known) else self._name(first, stop, "person")

    def _ends_other(self, found: Found, free: int) -> bool:
        """Whether a body known by one common word only ends the name of another ("Hartnell House")."""
        first, stop, known = found
        return (
            first > free and stop == first + 1 and known.sort == "organisation" and self.words[first] in ALSO_SURNAMES
        )

    def _is_part(self, found: Found, first: int) -> bool:
        """Whether what the tables know is only a part of a compound within the run ("Trans-Pacific Partnership")."""
        at = found.first
        return at > first + 1 and is_compounded(self.parse, at) and not starts_known(self.words[at - 2])

    def _rest(self, first: int, stop: int, tried: bool = False) -> list[Name]:
        """What is left between known names; `tried` where it was read as one name before."""
        length = stop - first
        called = first not in self.vocabulary.doubtful and is_beside_kind(self.words, first, stop)
        while not called and first < stop and self._is_plain(first):
            first += 1
        while first < stop and self._is_plain(stop - 1) and not self._has_suffix(stop):
            if self.words[stop - 1] in _BEHIND_NAMES and (called or stop - first > 2):
                break
            stop -= 1
        if first >= stop:
            return []
        if not (tried and stop - first == length):
            whole = self._organisation(first, stop) or self._person(first, stop)
            if whole:
                return [whole]
        return self._guess(first, stop)

    def _guess(self, first: int, stop: int) -> list[Name]:
        """What these words name, of which no table tells it."""
        if stop - first == 1:
            return self._guess_word(first)
        called = first > 0 and is_beside_kind(self.words, first, stop) and not self.vocabulary.is_loud(first)
        compound = is_compounded(self.parse, stop - 1)  # whose parts may be of any kind ("Chick-fil-A")
        if not (called or compound) and any(self._is_common(word) for word in self.words[first:stop]):
            body = self._acts_as_body(first, stop)
            return [self._name(first, stop, "organisation", sure=False)] if body else []
        thing = stop - first > 4 or (first and self.words[first - 1] in ARTICLES)
        return [self._name(first, stop, "organisation" if thing else "person", sure=False)]

    def _acts_as_body(self, first: int, stop: int) -> bool:
        """Whether a body acts whose name only ends with a word that the text has in small letters too ("Serenade Care")."""
        *before, last = self.words[first:stop]
        inside = first not in self.vocabulary.doubtful and not any(map(self._is_common, before))
        thing = last in self.vocabulary.lower and not self._is_office(last)
        return inside and thing and (acts(self.words, stop) or is_told_of(self.parse, first, stop))

    def _guess_word(self, token: int) -> list[Name]:
        """What a single word names: in capitals a body by its initials, else a person."""
        own, word, table, titles = self.vocabulary, self.words[token], tables.organisations(), tables.titles()
        if word in table.heads or word in titles.heads or word in titles.qualifiers or word in HONOURS:  # "MPs"
            return []
        loud = self.parse.text(token, token + 1).isupper() and not own.is_shouted(token)
        if loud and 2 <= len(word.replace(".", "")) <= 6 and not own.is_loud(token):
            stressed = word in own.lower and word in self.ordinary  # "THIS"
            unsaid = stressed or word in table.not_organisations or (own.is_initial(token) and word not in own.named)
            return [] if unsaid else [self._name(token, token + 1, "organisation", sure=False)]
        if len(word) < 3 or not own.trusts(token):
            return []
        before = self.words[token - 1] if token > self.run.first else ""
        weak = word in own.lower or loud or (before in self.ordinary and before not in DAYS)
        sure = word in own.requested or word in tables.first_names().surnames
        return [self._name(token, token + 1, "person", sure=sure, weak=weak and not sure)]

    def _is_common(self, word: str) -> bool:
        """Whether a word is more likely part of a thing's name than of a person's."""
        return word[0].isalnum() and (
            (word in self.vocabulary.lower and word not in PARTICLES) or self._is_office(word)
        )

    def _is_office(self, word: str) -> bool:
        """Whether a word is one for bodies, for what they are about, or for people and their offices."""
        table = tables.organisations()
        words = (table.heads, table.subjects, tables.titles().qualifiers, tables.groups().plural)
        return any(word in several for several in words)

    def _known(self, found: Found) -> list[Name]:
        first, stop, (sort, name, _) = found
        if sort in {"country", "demonym", "government"}:
            if one_of_a_people(self.parse, first):
                return []
            if name in tables.countries().also_places and not self.vocabulary.means_country(name):
                return []
            return [self._name(first, stop, "country", name)]
        if sort == "organisation":
            return [self._name(first, stop, "organisation", name)]
        rules = sort == "capital" and stands_for_government(self.parse, first, stop)
        if rules and not is_other(self.parse, self.vocabulary, found):
            return [self._name(first, stop, "country", name)]
        return []

    def _name(
        self, first: int, stop: int, kind: ActorKind, key: str | None = None, *, sure: bool = True, weak: bool = False
    ) -> Name:
        """All words of these tokens as one name, as written; what stands together without a space is one word."""
        text = self.parse.text(first, stop)
        words = (text,) if stop - first == 1 else tuple(text.split())
        return Name(first, stop, words, kind, key, sure=sure, weak=weak)
