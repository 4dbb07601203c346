"""The sample county's bulletin."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence

import pytest
from PIL import Image

from tests.reports.conftest import Sample
from tracker.reports.bulletin.content import Bulletin, Picture
from tracker.reports.bulletin.month_bulletin import OfficeWords, month_bulletin

Made = Callable[..., Bulletin]


@pytest.fixture
def made(sample: Sample, chinese: None) -> Made:
    """`made(*codes, words=…, pictures=…)` is the bulletin of the month that the sample shows."""

    def make(*codes: str, words: OfficeWords | None = None, pictures: Sequence[Picture] = ()) -> Bulletin:
        indicators = [sample.indicator[code] for code in codes]
        return month_bulletin(sample.live, imprint=sample.imprint, words=words, indicators=indicators, pictures=pictures)

    return make


@pytest.fixture
def picture() -> Callable[[], Picture]:
    """A chart of one word."""

    def make() -> Picture:
        svg = (
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 200" width="400" height="200">'
            '<rect width="400" height="200" fill="#DDDDDD"/><text x="20" y="100" font-family="Noto Sans CJK SC" '
            'font-size="20">各月进度图样</text></svg>'
        )
        dots = io.BytesIO()
        Image.new("RGB", (1600, 800), "#DDDDDD").save(dots, "PNG")
        return Picture("实际到位省外资金各月累计与序时进度", svg.encode(), dots.getvalue())

    return make
