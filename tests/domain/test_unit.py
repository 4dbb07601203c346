import pytest

from tracker.domain.period import Month
from tracker.domain.unit import GroupId, Unit, UnitId


def unit(*, valid_from: str | None = None, valid_to: str | None = None) -> Unit:
    return Unit(
        UnitId(1),
        "U01",
        "城关镇",
        GroupId(1),
        1,
        valid_from=Month.parse(valid_from) if valid_from else None,
        valid_to=Month.parse(valid_to) if valid_to else None,
    )


@pytest.mark.parametrize(
    ("valid_from", "valid_to", "month", "listed"),
    [
        (None, None, "2026-09", True),
        ("2026-05", None, "2026-04", False),
        ("2026-05", None, "2026-05", True),
        (None, "2026-06", "2026-06", True),
        (None, "2026-06", "2026-07", False),
        ("2026-05", "2026-06", "2026-06", True),
        ("2026-05", "2026-06", "2026-07", False),
        ("2026-05", "2026-06", "2025-05", False),
    ],
)
def test_a_unit_is_listed_from_its_first_to_its_last_month(
    valid_from: str | None, valid_to: str | None, month: str, listed: bool
) -> None:
    assert unit(valid_from=valid_from, valid_to=valid_to).listed_in(Month.parse(month)) is listed


def test_a_unit_cannot_be_changed_in_place() -> None:
    with pytest.raises(AttributeError):
        unit().name = "云溪镇"  # type: ignore[misc]
