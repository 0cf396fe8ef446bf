"""JUnit XML for test reports: a suite for each document, a case for each gate."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from stancecli.findings import findings
from stancecli.gate import levels_of, measured
from stancecli.model import Answer, Crossing, Entry, Failure
from stancecli.render import Run
from stancecli.render.ci.told import entries_of, of_crossing, of_hit
from stancecli.render.ci.xml import attribute, content


def render(run: Run) -> Iterator[str]:
    """A suite for each document as it comes, then one for the gates of the whole run.

    A document that crosses nothing has one case that passes. What only warns is told with it.
    """
    entries = entries_of(run)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="stancecli">\n'
    for result in run.results:
        yield _failure(result) if isinstance(result, Failure) else _document(result, entries)
    overall = run.overall()
    if overall:
        yield _suite("run", overall, lambda _: [])
    yield "</testsuites>\n"


def _document(answer: Answer, entries: dict[str, Entry]) -> str:
    level_of = levels_of(answer)
    grave = [found for found in findings(answer) if level_of(found.hit) != "note"]

    def told(crossing: Crossing) -> list[str]:
        counts = measured(answer.report, crossing.rule)
        return [
            f"{found.line}:{found.start.column if found.start else 1}: {of_hit(found.hit, entries)}"
            for found in grave
            if counts(found.hit)
        ]

    return _suite(answer.report.id, answer.crossings, told)


def _suite(name: str, crossings: Sequence[Crossing], told: Callable[[Crossing], list[str]]) -> str:
    """A suite; `told` says which hits a crossed gate measures, a line for each."""
    fails = [crossing for crossing in crossings if crossing.rule.level == "fail"]
    warns = [crossing for crossing in crossings if crossing.rule.level == "warn"]
    cases = [_case(name, crossing, told(crossing)) for crossing in fails]
    out = content("\n".join(line for one in warns for line in (f"warning: {of_crossing(one)}", *told(one))))
    if not cases:
        inside = f"><system-out>{out}</system-out></testcase>" if out else "/>"
        cases = [f"    <testcase classname={attribute(name)} name={attribute('wording')}{inside}\n"]
    elif out:
        cases.append(f"    <system-out>{out}</system-out>\n")
    counts = f'tests="{max(1, len(fails))}" failures="{len(fails)}" errors="0"'
    return f"  <testsuite name={attribute(name)} {counts}>\n{''.join(cases)}  </testsuite>\n"


def _case(name: str, crossing: Crossing, told: list[str]) -> str:
    failure = f"<failure message={attribute(of_crossing(crossing))} type={attribute('gate')}>"
    head = f"    <testcase classname={attribute(name)} name={attribute(crossing.rule.text)}>"
    return f"{head}{failure}{content(chr(10).join(told))}</failure></testcase>\n"


def _failure(failure: Failure) -> str:
    message = f"{failure.error.place or failure.id}: {failure.error.message}"
    name = attribute(failure.id)
    return (
        f'  <testsuite name={name} tests="1" failures="0" errors="1">\n    <testcase classname={name} '
        f'name="wording"><error message={attribute(message)} type="input"/></testcase>\n  </testsuite>\n'
    )
