"""Whether the lexicons in use have what rules name: a category with a slip would pass for ever."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from stancecli.errors import UsageError
from stancecli.model import Lexicon, Rule


def check_names(rules: Iterable[Rule], lexicons: Sequence[Lexicon]) -> None:
    """Raise `UsageError` for the first filter on a category, an entry or a lexicon that is nowhere."""
    asked = [(rule, filter) for rule in rules for filter in rule.filters]
    if not asked:
        return
    entries = [entry for lexicon in lexicons for entry in lexicon.entries if entry.polarity]
    known = {
        "category": {entry.category for entry in entries},
        "entry": {entry.id for entry in entries},
        "lexicon": {entry.lexicon for entry in entries},
    }
    for rule, filter in asked:
        names = known.get(filter.key, set())
        if names and filter.value != "*" and filter.value.casefold() not in {name.casefold() for name in names}:
            close = get_close_matches(filter.value[:80], sorted(names), 1)
            hint = f" (did you mean {close[0]}?)" if close else ""
            raise UsageError(f"no lexicon in use has the {filter.key} {filter.value!r}{hint}", f"the rule {rule.text}")
