import json
from decimal import Decimal

import pytest

from tests.conftest import ROOT
from tracker.store.book import Book
from tracker.store.journal import entries

SENT = ROOT.parent / "shared" / "data" / "submissions"


@pytest.fixture(autouse=True)
def this_source(monkeypatch):
    monkeypatch.setenv("PYTHONPATH", str(ROOT))


@pytest.fixture
def county(run, tmp_path):
    """A county's book before September."""
    if not SENT.is_dir():
        pytest.skip("the submissions of ../shared/data are not here")
    book = tmp_path / "county.tracker"
    assert run("load", book, SENT / "book").exit_code == 0
    return book


def planned(run, book, *arguments, code):
    result = run("import", book, *arguments, "--json")
    assert result.exit_code == code, result.stderr
    return json.loads(result.stdout)["files"]


def accepted(file):
    """What is taken without a person's word."""
    cells = [cell for cell in file["cells"] if cell["status"] in {"new", "changed"}]
    return {(cell["unit"], cell["indicator"], cell["month"], Decimal(cell["value"])) for cell in cells}


def test_everything_that_was_sent_in_is_read_as_it_is_meant(run, county):
    expected = json.loads((SENT / "expected.json").read_text(encoding="utf-8"))["files"]
    before = county.read_bytes()
    files = planned(run, county, SENT / "incoming", "--month", "2026-09", code=3)
    assert county.read_bytes() == before
    assert files.keys() == expected.keys()
    for name, wanted in expected.items():
        cells = wanted["accepted"]
        assert accepted(files[name]) == {(one["unit"], one["indicator"], one["month"], Decimal(one["value"])) for one in cells}, (
            name
        )
        told = json.dumps(files[name], ensure_ascii=False)
        assert all(text in told for text in wanted["reported"]), name
    statuses = {cell["status"] for cell in files["城关镇9月报表(改).xlsx"]["cells"]}
    assert statuses == {"same", "conflict"}


def test_what_is_undisputed_is_written_once_and_the_rest_waits(run, county):
    files = planned(run, county, SENT / "incoming", "--apply", code=3)
    written = set().union(*map(accepted, files.values()))
    again = planned(run, county, SENT / "incoming", "--apply", code=3)
    assert not set().union(*map(accepted, again.values()))
    assert len(written) == 8 + 8 + 9 + 9 + 9 + 9 + 7 + 18 + 45
    with Book.open(county, read_only=True) as book:
        assert len([one for one in entries(book) if one.label.startswith("Import ")]) == 1
        stored = book.row("SELECT value FROM figure WHERE source LIKE '青石镇上报.xlsx › 报表!D5 %' AND month = 202609")
    assert stored == (1_234_500_000,)


def test_nothing_that_can_be_read_is_another_exit_than_something_that_needs_a_person(run, county, tmp_path):
    (tmp_path / "x.xlsx").write_bytes(b"PK\x03\x04broken")
    planned(run, county, tmp_path / "x.xlsx", code=1)
    planned(run, county, SENT / "incoming" / "大营乡.csv", code=0)
    planned(run, county, SENT / "incoming" / "外县单位.xlsx", code=3)
    planned(run, county, SENT / "incoming" / "说明.xlsx", SENT / "incoming" / "大营乡.csv", code=3)
    assert run("forms", county, "--month", "2026-09", tmp_path / "forms").exit_code == 0
    planned(run, county, tmp_path / "forms", code=0)  # nothing is filled in yet
    text = run("import", county, SENT / "incoming" / "马场乡.xlsx")
    assert text.exit_code == 3
    assert "7 new figures, 2 refused" in text.stdout
    assert "Sheet1!D11" in text.stdout
    assert "Would be written: 7 figures" in text.stdout
