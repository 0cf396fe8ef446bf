"""A report as one page of HTML: charts, filters, evidence by who stands where, and the articles themselves."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from stancecli import __version__
from stancecli.model import AUTHOR
from stancecli.overview import Overview, overview
from stancecli.render.explained.html import article_values
from stancecli.render.pages import page
from stancecli.render.reported import Piece, Report, Told, evidence
from stancecli.render.reported.charts import HEIGHT, WIDTH, categories, densities, heat, timeline
from stancecli.render.screen.canvas import Canvas
from stancecli.render.screen.cells import counted

Group = dict[str, object]


def render(report: Report, canvas: Canvas) -> str:
    """The whole page."""
    articles = report.articles
    groups = evidence(articles)
    whole = overview([one.article.report for one in articles])
    voices = [name for one in articles for name in one.article.voices]
    pieces = [piece for group in groups.values() for piece in group]
    names = {
        "actor": _numbered([*voices, *(name for piece in pieces for name in (piece.holder, piece.voice))]),
        "target": _numbered(piece.target for piece in pieces),
        "category": _numbered(piece.category for piece in pieces if piece.category),
        "outlet": _numbered(one.article.report.outlet or "" for one in articles if one.article.report.outlet),
    }
    order = {pair: number for number, pair in enumerate(sorted(groups, key=lambda pair: (-len(groups[pair]), pair)), 1)}
    scores = {(pair.holder, pair.target): pair.score for pair in whole.pairs}
    return page(
        "reported",
        sheets=("page", "report"),
        script="report",
        title=report.title,
        version=__version__,
        summary=_summary(whole, len(names["outlet"])),
        filters={name: _options(numbers) for name, numbers in names.items() if numbers},
        densities=densities(whole),
        categories=categories(whole),
        heat=heat(whole),
        timeline=timeline(whole),
        size=(WIDTH, HEIGHT),
        groups=[_group(number, pair, groups[pair], scores, names) for pair, number in order.items()],
        order=order,
        articles=[_article(one, names, canvas) for one in articles],
        failures=report.failures,
        signed=canvas.signed,
    )


def _summary(whole: Overview, outlets: int) -> str:
    parts = [counted(whole.words, "word")]
    parts += [counted(outlets, "outlet")] if outlets else []
    if whole.periods:
        parts.append(f"{whole.periods[0].label} to {whole.periods[-1].label}")
    return " · ".join(parts)


def _numbered(names: Iterable[str]) -> dict[str, int]:
    """A number for each name: what the page's script compares, so that it never handles words of others."""
    return {name: number for number, name in enumerate(dict.fromkeys(names))}


def _options(numbers: Mapping[str, int]) -> list[tuple[int, str]]:
    """Numbers and names in alphabetical order, the author first."""
    ordered = sorted(numbers, key=lambda name: (name != AUTHOR, name.casefold(), name))
    return [(numbers[name], name) for name in ordered]


def _group(
    number: int,
    pair: tuple[str, str],
    pieces: Sequence[Piece],
    scores: Mapping[tuple[str, str], float],
    names: Mapping[str, Mapping[str, int]],
) -> Group:
    holder, target = pair
    return {
        "number": number,
        "holder": holder,
        "target": target,
        "score": scores.get(pair),
        "target_number": names["target"][target],
        "size": counted(len(pieces), "piece"),
        "pieces": [
            (
                piece,
                " ".join(map(str, dict.fromkeys((names["actor"][holder], names["actor"][piece.voice])))),
                names["category"].get(piece.category, ""),
            )
            for piece in pieces
        ],
    }


def _article(one: Told, names: Mapping[str, Mapping[str, int]], canvas: Canvas) -> Group:
    report = one.article.report
    own = next((row for row in report.actors if row.name == AUTHOR), None)
    return {
        **article_values(one.article, canvas),
        "actors": " ".join(str(names["actor"][name]) for name in one.article.voices),
        "outlet": names["outlet"].get(report.outlet or "", ""),
        "density": own.density if own else None,
        "loaded": len(report.hits),
    }
