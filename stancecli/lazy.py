"""What an object works out when it is first asked for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

Value = TypeVar("Value")


class lazy(Generic[Value]):
    """A property that is worked out once for each object and then kept in it.

    `functools.cached_property` takes a lock for it up to Python 3.11, which costs more than most of what is kept.
    """

    def __init__(self, make: Callable[[Any], Value]) -> None:
        """`make` is the method that works it out."""
        self._make = make
        self._name = make.__name__
        self.__doc__ = make.__doc__

    @overload
    def __get__(self, owner: None, kind: type) -> lazy[Value]: ...

    @overload
    def __get__(self, owner: object, kind: type) -> Value: ...

    def __get__(self, owner: object | None, kind: type) -> Value | lazy[Value]:
        if owner is None:
            return self
        value = owner.__dict__[self._name] = self._make(owner)
        return value
