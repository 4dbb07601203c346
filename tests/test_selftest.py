import pytest

from tracker import selftest
from tracker.metrics.live import Live


def test_every_step_is_told_and_it_passes(qapp):
    lines = []
    assert selftest.run(lines.append) == 0
    assert [line.startswith("ok  ") for line in lines] == [True] * (len(lines) - 1) + [False]
    assert lines[-1] == "The self-test passed."
    assert len(lines) == 12


def test_what_does_not_work_is_told_and_it_fails(qapp, monkeypatch, capsys):
    monkeypatch.setattr("tracker.reports.typesetting.pdf", lambda _sheet: b"no paper")
    lines = []
    assert selftest.run(lines.append) == 1
    assert lines[-1] == "FAILED  SelfTestFailed: the typesetter gave no PDF"
    assert "Traceback" in capsys.readouterr().err


def test_a_process_that_cannot_open_what_was_sent_in_fails_it(qapp, monkeypatch):
    monkeypatch.setattr("tracker.exchange.submissions.reader._command", lambda: ["true"])
    lines = []
    assert selftest.run(lines.append) == 1
    assert lines[-2].endswith("write the bulletin for Word, with its charts")
    assert lines[-1].startswith("FAILED  SelfTestFailed: ")


def test_a_bulletin_without_its_charts_fails_it(qapp, monkeypatch):
    monkeypatch.setattr("tracker.reports.bulletin.kept.month_pictures", lambda _live, _indicators: ())
    lines = []
    assert selftest.run(lines.append) == 1
    assert lines[-1] == "FAILED  SelfTestFailed: the bulletin for Word has no text, or no charts"


def test_ranks_without_a_first_are_noticed(monkeypatch, tmp_path):
    from tracker.exchange.new_book import make_sample
    from tracker.store.book import Book

    make_sample(tmp_path / "sample.tracker")
    with Book.open(tmp_path / "sample.tracker", read_only=True) as book:
        live = Live(book)
        monkeypatch.setattr("tracker.metrics.table.IndicatorTable.rows", [])
        with pytest.raises(selftest.SelfTestFailed, match="nothing is ranked"):
            selftest._check_ranks(live)
