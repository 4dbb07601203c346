from tracker.exchange.data_folder.loops import on_circles


def test_chains_are_no_circles() -> None:
    assert on_circles({"a": "b", "b": "c", "d": "c"}) == frozenset()


def test_a_circle_is_found_without_what_leads_into_it() -> None:
    assert on_circles({"z": "a", "a": "b", "b": "c", "c": "a", "y": "y", "x": "w"}) == {"a", "b", "c", "y"}


def test_a_long_chain_is_no_trouble() -> None:
    assert on_circles({str(number): str(number + 1) for number in range(100_000)}) == frozenset()
