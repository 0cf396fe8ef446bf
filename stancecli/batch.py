"""From an order to an exit code: read, answer, write, and account for what happened."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from itertools import chain

from msgspec import Struct
from msgspec.structs import replace

from stancecli.errors import Exit
from stancecli.gate import Rule, crossings, parse_rule, rows
from stancecli.model import Answer, Failure, Input
from stancecli.output import Output, Result, destinations, write_all, written_whole
from stancecli.pipeline import answer, prepare
from stancecli.read import files, read
from stancecli.render import Run, View
from stancecli.roster import load_roster
from stancecli.terminal import PIPED_WIDTH, Messages, color_wanted, draws_unicode, one_screen, piped, width_of


class Order(Struct, frozen=True, kw_only=True):
    """What a command line asks for; a field for each option, named as `options.py` names it."""

    paths: tuple[str, ...] = ()
    batch: bool = False
    format: str = "table"
    outputs: tuple[str, ...] = ()
    lexicons: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    roster: str | None = None
    view: View = "actors"
    stdin_name: str | None = None
    width: int | None = None
    color: str = "auto"
    quiet: bool = False
    verbose: bool = False


class Ledger:
    """What happened to the documents that went by: counts, and messages as they come up."""

    def __init__(self, rules: Sequence[Rule], messages: Messages, *, quiet: bool, failures_shown: bool) -> None:
        """`failures_shown`: the reader sees them in the table, and must not be told again."""
        self.documents = self.failures = self.words = self.crossed = 0
        self._rules = rules
        self._idle = list(rules)
        self._messages = messages
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
            parts.append(f"{_count(self.crossed, 'gate')} crossed")
        return ", ".join(parts)

    def warn_of_idle_rules(self) -> None:
        """Tell of rules about actors that no document had: a name with a slip would pass for ever."""
        if self._quiet or not self.documents:
            return
        for rule in self._idle:
            self._messages.tell(f"no document has the actor {rule.actor!r} of the rule {rule.text}")

    def _failed(self, failure: Failure) -> None:
        self.failures += 1
        if not self._failures_shown:
            self._messages.tell(f"{failure.error.place or failure.id}: {failure.error.message}")
        self._messages.count(0)

    def _answered(self, result: Answer) -> None:
        report = result.report
        self.documents += 1
        self.words += report.words
        if not self._quiet:
            for warning in report.warnings:
                self._messages.tell(f"{report.id}: warning: {warning}")
        self._idle = [rule for rule in self._idle if not any(rows(report, rule))]
        for crossing in crossings(report, self._rules):
            self.crossed += 1
            self._messages.tell(f"{crossing.document}: crossed {crossing.rule.text}: {crossing.value:.4g}")
        self._messages.count(report.words)


def run(order: Order, usage: Callable[[], str]) -> Exit:
    """Do what the order says; without paths and with a person at standard input, show the usage.

    Raises `StanceError` where the order itself cannot be used; a document that cannot is accounted for
    and the others go on.
    """
    paths = order.paths or (("-",) if piped() else ())
    if not paths:
        print(usage())
        return Exit.FINE
    rules = [parse_rule(rule) for rule in order.rules]
    sources = chain(files(paths), [order.roster] if order.roster else ())
    named = destinations(order.outputs, order.format, sources)
    roster = load_roster(order.roster) if order.roster else None
    tools = prepare(order.lexicons, order.ignored)
    started = time.perf_counter()
    with ExitStack() as stack:
        messages = Messages(progress=order.batch and not order.quiet)
        stack.callback(messages.clear)
        failures_shown = order.batch and order.format == "table" and one_screen()
        ledger = Ledger(rules, messages, quiet=order.quiet, failures_shown=failures_shown)
        outputs = [Output(order.format, _on_screen(order), messages.write)]
        for format, path in named:
            outputs.append(Output(format, _in_file(order), stack.enter_context(written_whole(path))))
        inputs = read(paths, records=order.batch, stdin_name=order.stdin_name, roster=roster)
        write_all(ledger.watch(answer(_aimed(inputs, order.targets), tools)), outputs)
    ledger.warn_of_idle_rules()
    if not order.quiet and (order.batch or order.verbose):
        messages.tell(ledger.summary())
    if order.verbose:
        seconds = time.perf_counter() - started
        messages.tell(f"lexicons: {', '.join(lexicon.name for lexicon in tools.lexicons)}")
        messages.tell(f"{seconds:.2f} s, {ledger.words / seconds:,.0f} words a second")
    return ledger.exit


def _aimed(inputs: Iterable[Input | Failure], targets: tuple[str, ...]) -> Iterator[Input | Failure]:
    """Ask every document for the targets of the command line besides its own."""
    for item in inputs:
        if isinstance(item, Input) and targets:
            item = replace(item, targets=tuple(dict.fromkeys(item.targets + targets)))
        yield item


def _on_screen(order: Order) -> Run:
    stream = sys.stdout
    return Run(
        results=(),
        batch=order.batch,
        view=order.view,
        width=order.width or width_of(stream),
        color=color_wanted(order.color, stream),
        unicode=draws_unicode(stream),
        actors=order.actors,
    )


def _in_file(order: Order) -> Run:
    """A file is the same whoever writes it: no trace of the terminal, and colours only when asked for."""
    return replace(_on_screen(order), width=order.width or PIPED_WIDTH, color=order.color == "always", unicode=True)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
