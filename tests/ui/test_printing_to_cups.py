"""The sheet goes from the preview's button through a real print queue onto paper (of PDF), and is read back."""

from __future__ import annotations

import os
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from tests.ui.paper import coverage, likeness, pages, sample_pdf, size_in_points
from tests.ui.print_service import PrintService, print_service, why_not
from tests.ui.ranking_county import make_county, open_county
from tracker.store import settings
from tracker.store.book import Book

pytestmark = pytest.mark.skipif(bool(why_not()), reason=why_not() or "a print service can be started")

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 120


@pytest.fixture(scope="module")
def service() -> Iterator[PrintService]:
    with print_service() as service:
        yield service


def printed_file(name: str, service: PrintService) -> Path:
    """The file that the queue makes of the job of that name, complete: its name is in no list of waiting jobs any more."""
    folder, until = Path.home() / "PDF", time.monotonic() + PATIENCE
    while time.monotonic() < until:
        found = list(folder.glob(f"*{name}*.pdf")) if folder.is_dir() else []
        if found and not service.waiting:
            return found[0]
        time.sleep(0.2)
    raise AssertionError(f"no file of {name} in {folder} after {PATIENCE} s; waiting: {service.waiting}")


def test_what_comes_out_of_the_printer_is_what_the_preview_shows(service: PrintService, tmp_path: Path, qtbot: QtBot) -> None:
    book, name = tmp_path / "county.tracker", f"T{uuid.uuid4().hex[:12]}"
    make_county(book)
    with Book.open(book) as opened, opened.change("name"):
        settings.set_title(opened, name)
    script = Path(__file__).with_name("print_from_preview.py")
    environment = {**service.environment, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, str(script), str(book), service.queue]
    ended = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE, check=False)
    assert ended.returncode == 0, ended.stderr
    file = printed_file(name, service)
    try:
        shown, printed = pages(book.with_suffix(".pdf").read_bytes()), pages(file.read_bytes())
        size = size_in_points(file)
    finally:
        file.unlink()
    assert size == pytest.approx((595, 842), abs=2), "A4"
    assert len(printed) == 2 * len(shown), "two copies"
    for before, after in zip(shown * 2, printed, strict=True):
        upright = after if after.shape[1] > after.shape[0] else np.rot90(after, -1)
        assert coverage(upright) == pytest.approx(coverage(before), rel=0.3)
        assert likeness(before, upright) > 0.9


PRINT_MONTH = """
import datetime, sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from tracker.domain.month_documents import DocumentKind
from tracker.domain.period import Month
from tracker.domain.print_setup import Paper
from tracker.domain.target import TargetSet
from tracker.ui.month_print_job import Asked, Shown, print_month
from tracker.ui import print_job
print_job.FINEST = 300  # for the test to be quick
KINDS = (DocumentKind.BULLETIN, DocumentKind.RANKING)
app = QApplication([])
book, queue, title = sys.argv[1:]
shown = Shown(Path(book), Month(2026, 9), TargetSet.ASSIGNED, datetime.date(2026, 10, 2), title)
day = print_month(shown, Asked(KINDS, queue, paper=Paper.A4), lambda done, of: None)
print(day.documents, day.pages)
print_month(shown, Asked(KINDS, folder=Path(book).with_suffix(".pdfs"), paper=Paper.A4), lambda done, of: None)
"""


def test_a_whole_month_is_one_job(service: PrintService, tmp_path: Path, qapp: object) -> None:
    book, name = tmp_path / "county.tracker", f"M{uuid.uuid4().hex[:12]}"
    make_county(book)
    environment = {**service.environment, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    before = service.jobs
    command = [sys.executable, "-c", PRINT_MONTH, str(book), service.queue, name]
    ended = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE, check=False)
    assert ended.returncode == 0, ended.stderr
    file = printed_file(name, service)
    try:
        printed = pages(file.read_bytes())
    finally:
        file.unlink()
    documents, count = map(int, ended.stdout.split())
    assert service.jobs == before + 1
    assert documents == 2
    assert len(printed) == count
    sheets = [page for path in sorted(book.with_suffix(".pdfs").iterdir()) for page in pages(path.read_bytes())]
    assert len(sheets) == count
    for sheet in sheets:  # in the order of their names, not of the stack
        turned = sheet if sheet.shape[0] > sheet.shape[1] else np.rot90(sheet)
        assert max(likeness(turned, page if page.shape[0] > page.shape[1] else np.rot90(page)) for page in printed) > 0.9


REFUSED = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from tracker.ui.print_job import print_pdf
from tracker.ui.printing import PrintFailed, printer_named
app = QApplication([])
try:
    print_pdf(Path(sys.argv[1]).read_bytes(), printer_named(sys.argv[2]))
except PrintFailed as failed:
    print(failed)
"""


def test_a_job_that_the_queue_refuses_is_a_failed_job_with_its_reason(
    service: PrintService, tmp_path: Path, qapp: object
) -> None:
    file = tmp_path / "sheet.pdf"
    make_county(tmp_path / "county.tracker")
    with open_county(tmp_path / "county.tracker") as county:
        file.write_bytes(sample_pdf(county))
    environment = {**service.environment, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    with service.refusing():
        command = [sys.executable, "-c", REFUSED, str(file), service.queue]
        ended = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE, check=False)
    assert f"“{service.queue}” did not take the job" in ended.stdout, ended.stderr
    assert "not accepting jobs" in ended.stdout


def test_the_service_is_ours_alone(service: PrintService) -> None:
    assert service.socket.is_relative_to(Path("/tmp"))
    assert os.environ.get("CUPS_SERVER") != str(service.socket)
