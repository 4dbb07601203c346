"""The notice of a change: which tables and rows it touched, sent to listeners after it is on the disk."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Op = Literal["insert", "update", "delete"]
Image = Mapping[str, int | str | None]
"""A row as it was or is: column → stored value (months as keys, amounts in millionths)."""


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row's change: `old` is None for an insert, `new` for a delete."""

    table: str
    op: Op
    id: int
    old: Image | None
    new: Image | None


@dataclass(frozen=True, slots=True)
class Changed:
    """What a change, an undo or a redo did, in the order in which it was done."""

    tables: frozenset[str]
    label: str
    rows: tuple[RowChange, ...]
