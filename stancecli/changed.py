"""Which files Git says have changed."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable

from stancecli.errors import UsageError

_HINT = "; in CI, fetch the whole history (fetch-depth: 0)"


def changed_since(revision: str) -> Callable[[str], bool]:
    """Whether a file differs from what it was where `revision` and HEAD parted, or is not in Git yet.

    Of a branch of someone else's, what others have changed meanwhile does not count. Ignored files have not
    changed, whatever is in them. Raises `UsageError` outside of a repository, and for a revision that it does not know.
    """
    if revision.startswith("-"):
        raise _error(revision, "a revision does not begin with a hyphen")
    top = os.fsdecode(_git(revision, "rev-parse", "--show-toplevel")).rstrip("\n")
    _git(revision, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}", hint=_HINT)
    base = os.fsdecode(_git(revision, "merge-base", revision, "HEAD", hint=_HINT)).strip()
    names = _git(revision, "-C", top, "diff", "--name-only", "--no-relative", "--diff-filter=d", "-z", base, "--")
    names += _git(revision, "-C", top, "ls-files", "--others", "--exclude-standard", "-z")
    changed = {os.path.realpath(os.path.join(top, os.fsdecode(name))) for name in names.split(b"\0") if name}
    return lambda path: os.path.realpath(path) in changed


def _git(revision: str, *args: str, hint: str = "") -> bytes:
    try:
        done = subprocess.run(["git", *args], capture_output=True, check=False)
    except OSError as error:
        raise _error(revision, f"Git cannot be run: {error.strerror}") from error
    if done.returncode:
        told = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise _error(revision, f"{told[-1].removeprefix('fatal: ') if told else 'Git knows no such revision'}{hint}")
    return done.stdout


def _error(revision: str, message: str) -> UsageError:
    return UsageError(message, f"--changed-since {revision}")
