"""Gates: rules that a document, or the whole run, must not cross. docs/ci.md explains them to their writers.

    author.density > 3                                 loaded words per 100 in the author's own voice
    hits[category=name-calling, voice=author] > 0      how many hits there are, of those that pass the filters
    stance[author, *] < -0.5                           a score from a holder to a target
    run: author.density > 2                            the same of all documents together

A rule is a figure, filters, a comparison and a number; nothing is ever evaluated as code. A rule about an actor
that a document does not have is not crossed there, nor is one about a density that is not told because there
are too few words.
"""

from stancecli.gate.levels import grave, levels_of, told
from stancecli.gate.measure import crossings, measured
from stancecli.gate.names import check_names
from stancecli.gate.read import FIGURES, parse_rule
from stancecli.gate.watch import Gates
from stancecli.gravity import LEVELS, Level

__all__ = [
    "FIGURES", "LEVELS", "Gates", "Level", "check_names", "crossings", "grave", "levels_of", "measured", "parse_rule",
    "told",
]  # fmt: skip
