"""What happened to the documents of a run: counts, messages as they come up, and the exit code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from shlex import quote

from stancecli.errors import Exit
from stancecli.gate import Gates, told
from stancecli.idle import IdleTargets
from stancecli.loudest import Loudest
from stancecli.model import Answer, Crossing, Failure, Result, Rule
from stancecli.terminal import Messages


class Ledger:
    """What happened to the documents that went by: counts, and messages as they come up."""

    def __init__(
        self,
        rules: Sequence[Rule],
        messages: Messages,
        *,
        targets: Iterable[str] = (),
        watch: Iterable[str] = (),
        quiet: bool,
        failures_shown: bool,
    ) -> None:
        """`failures_shown`: the reader sees them in the table, and must not be told again."""
        self.loudest = Loudest()
        self.documents = self.failures = self.words = self.crossed = self.warned = 0
        self._rules = rules
        self._messages = messages
        self._targets = IdleTargets(targets, watch)
        self._quiet = quiet
        self._failures_shown = failures_shown

    def watch(self, results: Iterable[Result]) -> Iterator[Result]:
        """The same results, once they are accounted for."""
        for result in results:
            if isinstance(result, Failure):
                self._failed(result)
            else:
                self._answered(result)
            yield result

    @property
    def exit(self) -> Exit:
        """The code that all of it amounts to: what could not be used counts more than a gate."""
        if self.failures:
            return Exit.INPUT
        return Exit.GATE if self.crossed else Exit.FINE

    def summary(self) -> str:
        """The counts, as people say them."""
        parts = [_count(self.documents, "document"), _count(self.words, "word")]
        if self.failures:
            parts.append(_count(self.failures, "failure"))
        if self._rules:
            parts.append(told(self.crossed, self.warned))
        return ", ".join(parts)

    def warn_of_idle_rules(self, gates: Gates) -> None:
        """Tell of rules about names that no document had: one with a slip would pass for ever.

        A run that is to be quiet tells only what is likely a slip, of rules that it would fail by.
        """
        for rule in gates.idle if self.documents else ():
            near = gates.meant(rule)
            if not self._quiet or (near and rule.level == "fail"):
                hint = f" (did you mean {near}?)" if near else ""
                self._messages.tell(f"the rule {rule.text} measured nothing: no document has whom it is about{hint}")

        for rule in gates.unasked if self.documents and not self._quiet else ():
            said = f"the rule {rule.text} measured nothing: no document has a sure row for it"
            self._messages.tell(f"{said}; --target {quote(rule.target)} asks for one")

    def warn_of_idle_targets(self) -> None:
        """Tell of targets of the command line, and of slips in the watch list, that no document mentions."""
        if not self._quiet:
            self._targets.tell(self._messages)

    def cross(self, crossing: Crossing) -> None:
        """Count a rule that was crossed, and tell it; one that only warns is no fault, and silent where all is."""
        fails = crossing.rule.level == "fail"
        self.crossed += fails
        self.warned += not fails
        if fails or not self._quiet:
            about = f" ({crossing.about})" if crossing.about else ""
            kind = "crossed" if fails else "warning: crossed"
            place = crossing.document or "all documents"
            self._messages.tell(f"{place}: {kind} {crossing.rule.text}: {crossing.value:.4g}{about}")

    def _failed(self, failure: Failure) -> None:
        self.failures += 1
        if not self._failures_shown:
            self._messages.tell(f"{failure.error.place or failure.id}: {failure.error.message}")
        self._messages.count(None)

    def _answered(self, result: Answer) -> None:
        report = result.report
        self.documents += 1
        self.words += report.words
        self.loudest.add(report)
        self._targets.look_into(result)
        if not self._quiet:
            for warning in report.warnings:
                self._messages.tell(f"{report.id}: warning: {warning}")
        for crossing in result.crossings:
            self.cross(crossing)
        self._messages.count(report.words)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
