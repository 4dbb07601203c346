"""Find mergers that lead in a circle."""

from __future__ import annotations

from collections.abc import Mapping


def on_circles(leads_to: Mapping[str, str]) -> frozenset[str]:
    """The names that lead back to themselves, where each name leads to one other at most."""
    circling: set[str] = set()
    walked: set[str] = set()
    for start in leads_to:
        way: dict[str, int] = {}
        name: str | None = start
        while name is not None and name not in walked and name not in way:
            way[name] = len(way)
            name = leads_to.get(name)
        if name in way:
            circling.update(list(way)[way[name] :])
        walked.update(way)
    return frozenset(circling)
