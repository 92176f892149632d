"""A frozen value with some fields changed, whichever of the two it is: a Struct, or a dataclass (ADR 28)."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

from msgspec import Struct, structs

if TYPE_CHECKING:
    from dataclasses import replace  # mypy checks names and types of fields of both
else:

    def replace(value: Any, /, **changes: Any) -> Any:
        """Return a copy with other values in some fields, as ``copy.replace`` of Python 3.13 does. Raises TypeError."""
        return (structs if isinstance(value, Struct) else dataclasses).replace(value, **changes)


__all__ = ["replace"]
