from __future__ import annotations

from tests.metrics.lists_county import Towns
from tracker.metrics.lists_counts import count_ends


def test_firsts_and_lasts_are_counted_over_the_indicators(towns: Towns) -> None:
    towns.done(9, 9, 5, 4, 1, 3)
    towns.done(9, 0, 1, 2, 3, of=towns.complaints)
    live = towns.live()
    found = count_ends(live.roster, (live.table(indicator.id) for indicator in live.indicators))
    counts = {one.unit.code: ([of.code for of in one.first], [of.code for of in one.last]) for one in found.units}
    assert [code for code, (first, _) in counts.items() if "M" in first] == ["a", "b"]
    assert counts["a"] == (["M"], ["C"])
    assert (counts["b"], counts["c"], counts["e"]) == ((["M", "C"], []), ([], []), ([], ["M"]))
    assert found.rule.startswith("First and last of the group")
