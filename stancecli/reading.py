"""What commands that show few articles share: reading and answering them, and the surface that they are drawn on."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from msgspec import Struct
from msgspec.structs import replace

from stancecli.config import Config, Overrides
from stancecli.idle import IdleTargets
from stancecli.model import Answer, Failure, Input
from stancecli.output import written_whole
from stancecli.paths import legible
from stancecli.pipeline import Tools, answer, prepare, watching
from stancecli.read import read
from stancecli.render import Run
from stancecli.render.screen.canvas import Canvas
from stancecli.roster import load_roster
from stancecli.terminal import PIPED_WIDTH, Messages, color_wanted, draws_unicode, page, width_of


class Reading(Struct, frozen=True, kw_only=True):
    """How articles are read and drawn; a field for each option of `options.reading`."""

    lexicons: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    watch: tuple[str, ...] = ()
    roster: str | None = None
    stdin_name: str | None = None
    width: int | None = None
    color: str = "auto"
    quiet: bool = False
    config: Config | None = None

    def tools(self) -> Tools:
        """Lexicons, loaded and compiled."""
        return prepare(self.lexicons, self.ignored, watching(map(legible, self.watch)))

    def run(self) -> Run:
        """The surface: standard output, as wide and coloured as was asked for, else as it is."""
        stream = sys.stdout
        return Run(
            (),
            width=self.width or width_of(stream),
            color=color_wanted(self.color, stream),
            unicode=draws_unicode(stream),
        )

    def put(self, render: Callable[[Canvas], str], output: str | None) -> None:
        """Show on standard output, through the pager where it is long; or in a file, which is whole or as it was."""
        run = self.run()
        if not output:
            page(render(Canvas(run)), color=run.color)
            return
        plain = Run((), width=self.width or PIPED_WIDTH, color=self.color == "always", unicode=True, signed=True)
        with written_whole(Path(output)) as write:
            write(render(Canvas(plain)))

    def answers(
        self,
        paths: Iterable[str],
        tools: Tools,
        failures: list[Failure],
        *,
        records: bool = False,
        stdin: BinaryIO | None = None,
    ) -> Iterator[Answer]:
        """The answers to all inputs of `paths`, in order; warnings are told, and failures told and collected."""
        messages = Messages()
        roster = load_roster(self.roster) if self.roster else None
        overrides = Overrides(self.config)
        overrides.check_names(tools.terms.names)
        name = self.stdin_name and legible(self.stdin_name)
        inputs = map(overrides.applied, read(paths, records=records, stdin=stdin, stdin_name=name, roster=roster))
        for result in answer(map(self._aimed, inputs), tools):
            if isinstance(result, Failure):
                failures.append(result)
                messages.tell(f"{result.error.place or result.id}: {result.error.message}")
                continue
            if not self.quiet:
                for warning in result.report.warnings:
                    messages.tell(f"{result.report.id}: warning: {warning}")
            yield result

    def idle_targets(self) -> IdleTargets:
        """What finds out which targets and watched names no article mentions."""
        return IdleTargets(map(legible, self.targets), map(legible, self.watch))

    def tell_of(self, idle: IdleTargets) -> None:
        """Tell of such targets at the end, unless all is to be quiet."""
        if not self.quiet:
            idle.tell(Messages())

    def _aimed(self, item: Input | Failure) -> Input | Failure:
        """The input, asked for the targets of the command line besides its own."""
        if isinstance(item, Input) and self.targets:
            return replace(item, targets=tuple(dict.fromkeys((*item.targets, *map(legible, self.targets)))))
        return item
