"""What a worker process does: take the tools, then answer parcel after parcel until nobody sends any more."""

from __future__ import annotations

from functools import partial

from stancecli.engines.parcels import answered, unpacked_tools
from stancecli.hand import serve


def main() -> None:
    """Serve standard input and output until the first of them closes."""
    serve(lambda kit: partial(answered, tools=unpacked_tools(kit)))
