"""stancecli: who uses loaded words, against whom, in news articles.

    from stancecli import analyze
    report = analyze(text, targets=["Maduro"])

`analyze` returns the same `Report` that the command line prints as JSON.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from stancecli.pipeline import analyze

__all__ = ["__version__", "analyze"]
__version__ = "0.1.0"


def __getattr__(name: str) -> Any:
    """Load the pipeline when it is first asked for, so that `--help` does not pay for it."""
    if name == "analyze":
        from stancecli.pipeline import analyze

        return analyze
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
