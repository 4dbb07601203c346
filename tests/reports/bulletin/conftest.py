"""The sample county's bulletin."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.reports.conftest import Sample
from tracker.reports.bulletin.content import Bulletin
from tracker.reports.bulletin.month_bulletin import OfficeWords, month_bulletin

Made = Callable[..., Bulletin]


@pytest.fixture
def made(sample: Sample, chinese: None) -> Made:
    """`made(*codes, words=…)` is the bulletin of the month that the sample shows."""

    def make(*codes: str, words: OfficeWords | None = None) -> Bulletin:
        indicators = [sample.indicator[code] for code in codes]
        return month_bulletin(sample.live, imprint=sample.imprint, words=words, indicators=indicators)

    return make
