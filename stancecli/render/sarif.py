"""SARIF 2.1.0 for code scanning: a result for each hit and each crossed gate, written as they come."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from stancecli import __version__
from stancecli.findings import Finding, findings, path_of, record_of, sentence_of
from stancecli.gate import Level, levels_of
from stancecli.model import Answer, Crossing, Entry, Failure
from stancecli.render import Run
from stancecli.render.ci.told import entries_of, gravity, of_crossing, of_hit
from stancecli.render.jsonl import encode

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

FINGERPRINT = "stancecli/v1"
"""Which way of making keys a fingerprint was made in; a better one gets a new number."""

_MEANT = re.compile(r"[\\\[\]{}]")

_Json = dict[str, Any]


def render(run: Run) -> Iterator[str]:
    """One run. What was seen in results (rules, failures, gates of the whole run) is told behind them."""
    entries, seen, notices = entries_of(run), dict[str, _Json](), list[_Json]()
    head = f'{{"$schema":{encode(SCHEMA)},"version":"2.1.0","runs":[{{"columnKind":"unicodeCodePoints","results":['
    yield head
    comma = ""
    failed = False
    for result in run.results:
        if isinstance(result, Failure):
            failed = True
            notices.append(_failure(result))
            continue
        for item in _results(result, entries, seen):
            yield f"{comma}\n{encode(item)}"
            comma = ","
    notices += [{"level": gravity(crossing), "message": _text(of_crossing(crossing))} for crossing in run.overall()]
    driver = {"name": "stancecli", "version": __version__, "rules": [seen[id] for id in sorted(seen)]}
    done = {"executionSuccessful": not failed, "toolExecutionNotifications": notices}
    yield f'\n],\n"tool":{encode({"driver": driver})},\n"invocations":[{encode(done)}]}}]}}\n'


def _results(answer: Answer, entries: dict[str, Entry], seen: dict[str, _Json]) -> Iterator[_Json]:
    for crossing in answer.crossings:
        id = f"gate/{crossing.rule.text}"
        seen.setdefault(id, {"id": id, "shortDescription": _text(f"The gate {crossing.rule.text}")})
        yield _crossing(id, crossing, answer)
    level_of = levels_of(answer)
    for finding in findings(answer):
        id = finding.hit.entry
        if id not in seen:
            seen[id] = _rule(finding, entries.get(id))
        yield _finding(finding, level_of(finding.hit), answer, entries)


def _finding(finding: Finding, level: Level, answer: Answer, entries: dict[str, Entry]) -> _Json:
    hit = finding.hit
    facts = {"category": hit.category, "voice": hit.voice, "target": hit.target, "weight": hit.polarity * hit.weight}
    return {
        "ruleId": hit.entry,
        "level": level,
        "message": _text(f"{of_hit(hit, entries)}. In: {sentence_of(answer.parse, hit)}"),
        "locations": [_location(finding.path, _region(finding))],
        "partialFingerprints": {FINGERPRINT: finding.key},
        "properties": facts,
    }


def _crossing(id: str, crossing: Crossing, answer: Answer) -> _Json:
    document = answer.parse.document
    return {
        "ruleId": id,
        "level": gravity(crossing),
        "message": _text(of_crossing(crossing)),
        "locations": [_location(path_of(document), {"startLine": record_of(document) or 1})],
        "partialFingerprints": {FINGERPRINT: f"{answer.report.id}/{crossing.about}"},
    }


def _region(finding: Finding) -> _Json:
    region: _Json = {"startLine": finding.line, "snippet": {"text": finding.hit.text}}
    if finding.start and finding.end:
        region |= {"startColumn": finding.start.column, "endLine": finding.end.line, "endColumn": finding.end.column}
    return region


def _rule(finding: Finding, entry: Entry | None) -> _Json:
    hit = finding.hit
    term = entry.term if entry else hit.text
    rule: _Json = {
        "id": hit.entry,
        "shortDescription": _text(f"{term} ({hit.category})"),
        "defaultConfiguration": {"level": "note"},
        "properties": {"tags": sorted({hit.category, hit.lexicon})},
    }
    if entry and entry.why:
        rule["fullDescription"] = _text(entry.why)
    if entry and entry.neutral:
        rule["help"] = _text(f"A plain writer would say: {', '.join(entry.neutral)}")
    return rule


def _failure(failure: Failure) -> _Json:
    return {"level": "error", "message": _text(f"{failure.error.place or failure.id}: {failure.error.message}")}


def _location(path: str, region: _Json) -> _Json:
    return {"physicalLocation": {"artifactLocation": {"uri": _uri(path)}, "region": region}}


def _uri(path: str) -> str:
    """A relative path as it is, but for what a URI cannot hold; an absolute one as a file's URI."""
    plain = path.replace("\\", "/").removeprefix("./")
    return ("file://" if plain.startswith("/") else "") + (quote(plain.encode("utf-8", "replace")) or ".")


def _text(text: str) -> _Json:
    """A message of nothing but text: SARIF reads links in brackets, and braces as places for arguments."""
    return {"text": _MEANT.sub(lambda found: found[0] * 2 if found[0] in "{}" else "\\" + found[0], text)}
