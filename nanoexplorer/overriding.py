"""Marks a method that stands in for one of the class above: what it does is told there.

`typing` has the mark from Python 3.12 on; `typing_extensions` costs a start too much.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from typing_extensions import override as override
else:
    Method = TypeVar("Method")

    def override(method: Method) -> Method:
        """Return the method as it is: only the type checker asks whether it overrides one."""
        return method
