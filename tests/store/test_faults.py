from __future__ import annotations

from types import ModuleType

import pytest

from tracker.errors import BookError, DataError
from tracker.store import faults, month_faults


@pytest.mark.parametrize("faults", [faults, month_faults])
def test_the_drawn_tree_names_every_fault(faults: ModuleType) -> None:
    branches = {"BookError": BookError, "DataError": DataError}
    drawn: dict[str, type] = {}
    branch: type = object
    for line in (faults.__doc__ or "").splitlines():
        words = line.strip(" │├└─").replace(",", "").split()
        if words and words[0] in branches:
            branch = branches[words[0]]
        elif "──" in line:
            drawn |= dict.fromkeys(words, branch)
    made = {name: made for name, made in vars(faults).items() if isinstance(made, type) and made.__module__ == faults.__name__}
    assert {name: made.__bases__[0] for name, made in made.items()} == drawn
