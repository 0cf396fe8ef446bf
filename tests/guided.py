"""Look for failures along the branches that examples reach: hypothesis led by libFuzzer, where atheris is installed."""

from __future__ import annotations

import os
import sys
import tempfile
import traceback
from collections.abc import Callable
from importlib.util import find_spec
from types import FunctionType, ModuleType
from typing import Any, NoReturn

import hypothesis
from hypothesis import strategies as st


def is_there() -> bool:
    """Whether atheris is installed; it has no build for some machines."""
    return find_spec("atheris") is not None


def look(tried: Callable[[Any], None], examples: st.SearchStrategy[Any], seconds: float, **relaxed: Any) -> None:
    """Try a property so long, in a process of its own, which libFuzzer ends; fails with what it told."""

    def telling(example: Any) -> None:
        try:
            tried(example)
        except BaseException:
            print(f"found: {example!r}", file=sys.stderr, flush=True)
            raise

    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryFile() as log:
        child = os.fork()
        if not child:
            os.dup2(log.fileno(), 1)
            os.dup2(log.fileno(), 2)
            sys.stderr = open(2, "w", closefd=False)  # noqa: SIM115 - pytest's own goes elsewhere
            try:
                _fuzz(hypothesis.settings(**relaxed)(hypothesis.given(examples)(telling)), int(seconds), folder)
            except BaseException:  # noqa: BLE001 - else the child would go on as a second pytest
                traceback.print_exc()
            finally:
                os._exit(70)
        _, status = os.waitpid(child, 0)
        log.seek(0)
        assert os.waitstatus_to_exitcode(status) == 0, log.read().decode("utf-8", "replace")[-6000:]


def _fuzz(property: Any, seconds: int, folder: str) -> NoReturn:
    import atheris

    for name, module in list(sys.modules.items()):
        if name.partition(".")[0] == "stancecli":
            _instrument(module, atheris.instrument_func)
    options = [f"-max_total_time={seconds}", f"-artifact_prefix={folder}/", "-max_len=4096"]
    atheris.Setup(["fuzz", *options], property.hypothesis.fuzz_one_input)
    atheris.Fuzz()
    os._exit(0)


def _instrument(module: ModuleType, instrumented: Callable[[FunctionType], FunctionType]) -> None:
    """Have all functions and methods of a module count the branches that they take."""
    for value in [value for value in vars(module).values() if getattr(value, "__module__", "") == module.__name__]:
        for function in [value, *(vars(value).values() if isinstance(value, type) else ())]:
            if isinstance(function, FunctionType):
                function.__code__ = instrumented(function).__code__
