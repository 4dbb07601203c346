from tracker.exchange.text_table import aligned, width


def test_wide_and_combining_characters_are_measured() -> None:
    assert width("镇") == 2
    assert width("𬒗") == 2
    assert width("e\u0301") == 1
    assert width("Ａ1") == 3


def test_columns_are_as_wide_as_their_widest_and_empty_ones_may_go() -> None:
    lines = [["Unit", "A", "B"], ["城关镇", "1.00", "-"], ["白河", "12.00", ""]]
    assert list(aligned(lines, texts={0}, may_go={2})) == [
        "Unit        A\n",
        "城关镇   1.00\n",
        "白河    12.00\n",
    ]
    assert next(aligned(lines, texts={0}, may_go=())).split() == ["Unit", "A", "B"]
