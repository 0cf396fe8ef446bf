"""Who does what follows behind "and" where somebody's words stand before it: the speaker, and not the subject of those words."""

from __future__ import annotations

from collections.abc import Sequence

from stancecli.model import Parse, Speech
from stancecli.stance.syntax import Syntax
from stancecli.stance.unreal import WOULD
from stancecli.voices import tokens_of

_PRESENT = frozenset(["VBZ", "VBP"])
_CONTROLLED = frozenset("tgb")
"""Forms of verbs that have the subject of the verb before them ("and has refused [to back] Hill")."""


class VoicedSyntax:
    """The chunks of a sentence with the voices of its words."""

    def __init__(self, parse: Parse, syntax: Syntax, owners: Sequence[int], speech: Speech) -> None:
        """`owners` are the voices of all tokens by their attributions in `speech`."""
        self.parse, self.syntax, self.owners, self.speech = parse, syntax, owners, speech
        self.mended: dict[int, int] = {}

    def mend_subjects(self) -> None:
        """Let a speaker be the subject of what "and" joins to the verb by which he speaks ("Lund said the mayor lied and
        urged voters to ..."). The verbs are mended in order, so that what hangs on them follows.
        """
        syntax, verb = self.syntax, -1
        if "c" not in syntax.kind:
            return
        for k, kind in enumerate(syntax.kind):
            if kind in ";.":
                verb = -1
            if kind != "v":
                continue
            wrong = syntax.subject[k]
            right = self._follows(k, verb) if verb >= 0 and wrong >= 0 else -1
            if right >= 0 and right != wrong:
                self.mended[k] = wrong
                syntax.subject[k] = right
                for at in range(k + 1, self._end(k)):
                    if syntax.said[at] == wrong and syntax.verb[at] == k:
                        syntax.said[at] = right
            verb = k

    def _end(self, k: int) -> int:
        found = self.syntax.kind.find("v", k + 1)
        return found if found >= 0 else len(self.syntax.kind)

    def _follows(self, k: int, verb: int) -> int:
        """The right subject of the verb `k` behind another `verb`, if that is somebody else than it seems; -1 if not."""
        syntax = self.syntax
        if verb in self.mended and syntax.subject[k] == self.mended[verb]:
            return syntax.subject[verb] if syntax.form[k] in _CONTROLLED or self._is_joined(k) else -1
        if not self._is_joined(k) or syntax.form[k] in _CONTROLLED:
            return -1
        here, teller = self._voice(k), self._voice(syntax.subject[k])
        if teller >= 0 and (here != teller or self._is_other_tense(k, verb)):
            return self._speaker(teller, k)
        if self._voice(verb) not in (here, teller):
            return self._outer(k, verb)  # "warned that Hill lied, according to a file, and urged voters to ..."
        return -1

    def _is_joined(self, k: int) -> bool:
        return k > 0 and self.syntax.kind[k - 1] == "c"

    def _voice(self, k: int) -> int:
        return self.owners[self.syntax.head[k]]

    def _is_other_tense(self, k: int, verb: int) -> bool:
        """Can the two not have one subject ("said that Hill would go and called on voters to ...", "said that Hill had lied, and
        has urged ...")? No past tense goes on from "would" or "had been", nor a present from a past behind a comma.
        """
        syntax, tags = self.syntax, self.parse.tags
        tag, first = tags[syntax.first[k]], syntax.first[verb]
        if tag == "VBD" and syntax.first[k] == syntax.head[k]:
            had_been = syntax.passive[verb] and self.parse.words[first : first + 2] == ("had", "been")
            return not syntax.passive[k] and (syntax.form[verb] == "m" or had_been)
        apart = self.parse.words[syntax.first[k] - 2] == ","
        return apart and tag in _PRESENT and (tags[first] == "VBD" or self.parse.words[first] in WOULD)

    def _speaker(self, teller: int, k: int) -> int:
        """The phrase before `k` of the one in whose words the subject stands."""
        source, syntax = self.speech.attributions[teller].source, self.syntax
        if not source or not source.spans:
            return -1
        spoken = tokens_of(self.parse, source.spans[0])
        within = [
            j
            for j in range(max(0, syntax.at(spoken.first)), k)
            if spoken.first < syntax.stop[j] and syntax.first[j] < spoken.stop and not syntax.prep[j]
        ]
        if syntax.at(spoken.first) < 0 or not within:
            return -1
        return next((j for j in reversed(within) if j in syntax.named), within[0])

    def _outer(self, k: int, verb: int) -> int:
        """The subject of the clause of which the content holds the verb before, and in whose voice `k` stands."""
        syntax = self.syntax
        inner = syntax.subject[k]
        opened = inner - 1
        if opened < 1 or syntax.kind[opened] != "k" or inner > verb:
            return -1
        outer = syntax.kind.rfind("v", 0, opened)
        same = outer >= 0 and self._voice(outer) == self._voice(k) and not {";", "."} & set(syntax.kind[outer:k])
        return syntax.subject[outer] if same else -1
