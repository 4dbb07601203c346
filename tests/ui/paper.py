"""Sheets of paper compared by their ink: as pictures, since what a printer gets is a picture."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from tests.ui.ranking_county import County
from tracker.reports.sheet import Paper
from tracker.reports.typesetting import pdf
from tracker.ui.dialogs.preview_options import PrintOptions, sheet_of
from tracker.ui.printing import open_pdf, render

DOTS_PER_POINT = 100 / 72
DARK = 160
Grey = NDArray[np.int16]


def sample_pdf(county: County, *, paper: Paper = Paper.A4) -> bytes:
    """The county's ranking sheet, a page of three indicators."""
    chosen = tuple(county.indicator[code] for code in ("money", "complaints", "talks"))
    options = PrintOptions(chosen, chosen[0], datetime.date(2026, 10, 2), paper=paper, clerk="经办甲")
    return pdf(sheet_of(county.live, county.book, options))


def pages(document: bytes) -> list[Grey]:
    """Every page as grey values, 100 dots an inch, turned so that the long side lies if `landscape` does."""
    opened = open_pdf(document)
    found = []
    for page in range(opened.pageCount()):
        size = opened.pagePointSize(page)
        image = render(opened, page, QSize(round(size.width() * DOTS_PER_POINT), round(size.height() * DOTS_PER_POINT)))
        found.append(grey(image))
    return found


def grey(image: QImage) -> Grey:
    """The picture as an array of height × width grey values, 0 black to 255 white."""
    plain = image.convertToFormat(QImage.Format.Format_Grayscale8)
    rows: Any = np.frombuffer(plain.constBits(), np.uint8)
    return rows.reshape(plain.height(), plain.bytesPerLine())[:, : plain.width()].astype(np.int16)


def coverage(page: Grey) -> float:
    """The share of the paper that has ink on it."""
    return float((page < DARK).mean())


def likeness(one: Grey, other: Grey) -> float:
    """How far the ink of two pages lies in the same places, 0 to 1: the correlation of their means over squares of 4 dots."""
    height, width = (min(one.shape[axis], other.shape[axis]) // 4 * 4 for axis in (0, 1))
    means = [page[:height, :width].reshape(height // 4, 4, width // 4, 4).mean((1, 3)).ravel() for page in (one, other)]
    return float(np.corrcoef(means[0], means[1])[0, 1])


def size_in_points(file: Path) -> tuple[float, float]:
    """The first page's short and long side."""
    size = open_pdf(file.read_bytes()).pagePointSize(0)
    return min(size.width(), size.height()), max(size.width(), size.height())
