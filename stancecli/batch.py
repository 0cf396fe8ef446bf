"""From an order to an exit code: read, answer, write, and account for what happened."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from itertools import chain
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from stancecli.baseline import Baseline, load_baseline
from stancecli.changed import changed_since
from stancecli.config import Config, Overrides, yielding
from stancecli.engines import Engine, answers
from stancecli.engines.parcels import Item
from stancecli.errors import Exit, UsageError
from stancecli.gate import Gates, Level, check_names, grave, parse_rule
from stancecli.interrupt import Interrupt
from stancecli.ledger import Ledger
from stancecli.model import Failure, Input, Result
from stancecli.output import Output, chosen, destinations, write_all, written_whole
from stancecli.paths import legible
from stancecli.pipeline import prepare, watching
from stancecli.progress import Gauge
from stancecli.read import files, read
from stancecli.render import Run, View
from stancecli.roster import load_roster
from stancecli.store import opened
from stancecli.streams import Meter
from stancecli.terminal import PIPED_WIDTH, Messages, color_wanted, draws_unicode, one_screen, piped, width_of


class Order(Struct, frozen=True, kw_only=True):
    """What a command line asks for; a field for each option, named as `options.py` names it."""

    paths: tuple[str, ...] = ()
    batch: bool = False
    format: str = "auto"
    outputs: tuple[str, ...] = ()
    lexicons: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    watch: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    roster: str | None = None
    view: View = "actors"
    stdin_name: str | None = None
    width: int | None = None
    color: str = "auto"
    columns: dict[str, str] = {}
    store: str | None = None
    processes: int = 1
    timeout: float | None = None
    engine: str = "local"
    scheduler: str | None = None
    quiet: bool = False
    verbose: bool = False
    changed_since: str | None = None
    baseline: str | None = None
    write_baseline: str | None = None
    findings: Level = "note"
    config: Config | None = None


def run(order: Order, usage: Callable[[], str]) -> Exit:
    """Do what the order says; without paths and with a person at standard input, show the usage.

    Raises `StanceError` where the order itself cannot be used; a document that cannot is accounted for
    and the others go on. Ctrl-C ends the run with what is done: outputs are whole, of fewer documents.
    """
    order = replace(order, format=chosen(order.format))
    if order.format == "parquet" and sys.stdout.isatty():
        raise UsageError("is no text for a terminal: name a file by -o", "--format parquet")
    paths = order.paths or (("-",) if piped() else ())
    if not paths:
        print(usage())
        return Exit.FINE
    overrides = Overrides(yielding(order.config, order.rules, order.warnings))
    rules = [*(parse_rule(rule) for rule in order.rules), *(parse_rule(rule, "warn") for rule in order.warnings)]
    gates = Gates(rules, overrides.rules)
    sources = chain(files(paths), [order.roster] if order.roster else ())
    named = destinations(order.outputs, order.format, sources)
    roster = load_roster(order.roster) if order.roster else None
    targets, watch = tuple(map(legible, order.targets)), tuple(map(legible, order.watch))
    tools = prepare(order.lexicons, order.ignored, watching(watch))
    check_names([*rules, *overrides.every_rule()], tools.lexicons)
    overrides.check_names(tools.terms.names)
    shared = {"lexicons": tools.lexicons, "overall": gates.overall}
    started = time.perf_counter()
    interrupt = Interrupt()
    meter = Meter()
    with ExitStack() as stack:
        messages = Messages(Gauge(meter, files(paths)) if order.batch and not order.quiet else None)
        stack.callback(messages.clear)
        failures_shown = order.batch and order.format == "table" and one_screen()
        ledger = Ledger(rules, messages, targets=targets, watch=watch, quiet=order.quiet, failures_shown=failures_shown)
        outputs = [Output(order.format, replace(_on_screen(order), **shared), messages.write)]
        for format, path in named:
            outputs.append(Output(format, replace(_in_file(order), **shared), stack.enter_context(written_whole(path))))
        given = read(
            paths,
            records=order.batch,
            stdin_name=order.stdin_name and legible(order.stdin_name),
            roster=roster,
            columns=order.columns,
            meter=meter,
            only=changed_since(order.changed_since) if order.changed_since else None,
        )
        inputs = map(overrides.applied, given)
        items: Iterable[Item] = _aimed(inputs, targets)
        store = stack.enter_context(opened(order.store, tools)) if order.store else None
        results = answers(store.known(items) if store else items, tools, _engine(order))
        stack.enter_context(interrupt.awaited())
        done = interrupt.until(results)
        kept = store.keep(done) if store else done
        judged = grave(_without_debt(kept, gates, order, stack), order.findings)
        write_all(ledger.watch(judged), outputs)
    for crossing in gates.overall():
        ledger.cross(crossing)
    ledger.warn_of_idle_rules(gates)
    ledger.warn_of_idle_targets()
    if not order.quiet and (order.batch or order.verbose):
        messages.tell(f"interrupted: {ledger.summary()}" if interrupt.came else ledger.summary())
        for line in ledger.loudest.told() if order.batch else ():
            messages.tell(line)
    if order.verbose:
        seconds = time.perf_counter() - started
        messages.tell(f"lexicons: {', '.join(head.name for head in tools.lexicons.heads)}")
        messages.tell(f"{seconds:.2f} s, {ledger.words / seconds:,.0f} words a second")
    return Exit.INTERRUPTED if interrupt.came else ledger.exit


def _without_debt(results: Iterable[Result], gates: Gates, order: Order, stack: ExitStack) -> Iterator[Result]:
    """The results with the gates that they cross, less what a baseline knows; or all of it goes into a new one."""
    if order.write_baseline:
        baseline, write = Baseline(order.write_baseline), stack.enter_context(written_whole(Path(order.write_baseline)))
        yield from baseline.recorded(gates.judged(results))
        write(baseline.text())
    elif order.baseline:
        baseline = load_baseline(order.baseline)
        yield from baseline.lessened(gates.judged(baseline.marked(results)))
    else:
        yield from gates.judged(results)


def _engine(order: Order) -> Engine:
    if (order.engine == "dask") != (order.scheduler is not None):
        raise UsageError("--engine dask and --scheduler ADDRESS go together")
    return Engine(order.processes, order.timeout, order.scheduler)


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
    """A file is the same whoever writes it: no trace of the terminal, colours only when asked for, and what made it."""
    plain = replace(_on_screen(order), width=order.width or PIPED_WIDTH, color=order.color == "always", unicode=True)
    return replace(plain, signed=True)
