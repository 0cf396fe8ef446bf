"""A report as one page of HTML: charts, filters, evidence by who stands where, and the articles themselves.

Charts and names stand in the page as they are; evidence and texts as data that a script draws when they come into view, for a
browser that lays out a thousand articles at once takes many seconds.
"""

from __future__ import annotations

from collections.abc import Iterable

from stancecli import __version__
from stancecli.model import AUTHOR
from stancecli.nameless import SIGN, TOLD
from stancecli.overview import Overview, overview
from stancecli.render.pages import page
from stancecli.render.reported import Page, Piece, Told, evidence
from stancecli.render.reported.charts import HEIGHT, WIDTH, categories, densities, heat, highest, timeline
from stancecli.render.reported.data import article_data, index_data, inert
from stancecli.render.screen.canvas import Canvas
from stancecli.render.screen.cells import counted


def render(shown: Page, canvas: Canvas) -> str:
    """The whole page."""
    articles = shown.articles
    found = evidence(articles)
    groups = {pair: found[pair] for pair in sorted(found, key=lambda pair: (-len(found[pair]), pair))}
    whole = overview([one.article.report for one in articles])
    columns = timeline(whole)
    names = _names(articles, [piece for group in groups.values() for piece in group])
    scores = {(pair.holder, pair.target): pair.score for pair in whole.pairs}
    return page(
        "reported",
        sheets=("page", "report"),
        scripts=("article", "report"),
        title=shown.title,
        version=__version__,
        summary=_summary(whole, len(names["outlet"])),
        filters=[name for name, numbers in names.items() if numbers],
        densities=densities(whole),
        categories=categories(whole),
        heat=heat(whole),
        timeline=columns,
        highest=highest(columns),
        size=(WIDTH, HEIGHT),
        order={pair: number for number, pair in enumerate(groups, 1)},
        articles=[(one.article.report, counted(one.article.report.words, "word"), _density(one)) for one in articles],
        index=inert(index_data(articles, groups, scores, names, whole.nameless)),
        texts=(inert(article_data(one, canvas)) for one in articles),
        known={name: any(getattr(one.article.report, name) for one in articles) for name in ("outlet", "date")},
        nameless=whole.nameless,
        told_of_nameless=f"{TOLD} article.",
        sign=SIGN,
        failures=shown.failures,
        signed=canvas.signed,
    )


def _summary(whole: Overview, outlets: int) -> str:
    parts = [counted(whole.words, "word")]
    parts += [counted(outlets, "outlet")] if outlets else []
    if whole.periods:
        parts.append(f"{whole.periods[0].label} to {whole.periods[-1].label}")
    return " · ".join(parts)


def _names(articles: Iterable[Told], pieces: Iterable[Piece]) -> dict[str, dict[str, int]]:
    """What can be chosen in each filter, with its number."""
    voices = [name for one in articles for name in one.article.voices]
    outlets = [one.article.report.outlet for one in articles]
    return {
        "actor": _numbered([*voices, *(name for piece in pieces for name in (piece.holder, piece.voice))]),
        "target": _numbered(piece.target for piece in pieces),
        "category": _numbered(piece.category for piece in pieces if piece.category),
        "outlet": _numbered(outlet for outlet in outlets if outlet),
    }


def _numbered(names: Iterable[str]) -> dict[str, int]:
    """A number for each name: alphabetical, the author first."""
    ordered = sorted(set(names), key=lambda name: (name != AUTHOR, name.casefold(), name))
    return {name: number for number, name in enumerate(ordered)}


def _density(one: Told) -> float | None:
    own = next((row for row in one.article.report.actors if row.name == AUTHOR), None)
    return own.density if own else None
