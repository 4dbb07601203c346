"""`tracker bulletin`."""

import json
from pathlib import Path

import pytest
from docx import Document

from tests.cli.conftest import Run
from tracker.domain.office_text import OfficeText, OfficeTextKind
from tracker.domain.period import Month
from tracker.reports.bulletin.template import set_template
from tracker.resources import resource
from tracker.store.book import Book
from tracker.store.office_texts import set_office_text

pytestmark = pytest.mark.usefixtures("compiled")


@pytest.fixture
def compiled() -> None:
    """The paper's words are Chinese; without the compiled translations there is only English."""
    from tracker.reports import wording

    if wording.tr("Notes: ") == "Notes: ":
        pytest.skip("the translations are not compiled: make setup")


def test_the_bulletin_goes_to_the_screen_or_to_a_file(run: Run, book: Path, tmp_path: Path) -> None:
    told = run("bulletin", book, "--month", "2026-01", "--indicator", "M", "--number", "云招〔2026〕1号")
    assert told.exit_code == 0
    assert told.stdout.startswith("云招〔2026〕1号\n\n关于2026年1月全县招商引资主要指标完成情况的通报\n")
    written = run("bulletin", book, "--month", "2026-01", "-o", tmp_path / "out.txt")
    assert written.stdout == f"Wrote {tmp_path / 'out.txt'}.\n"
    assert "一、总体情况" in (tmp_path / "out.txt").read_text(encoding="utf-8")


def test_what_the_office_wrote_for_the_month_stands_in_it_unless_given_otherwise(run: Run, book: Path) -> None:
    with Book.open(book) as opened, opened.change("write"):
        january = Month(2026, 1)
        for kind, text in (
            (OfficeTextKind.NUMBER, "云招〔2026〕7号"),
            (OfficeTextKind.PROBLEMS, "一是项目少。"),
            (OfficeTextKind.NEXT_STEPS, "加快进度。"),
            (OfficeTextKind.INDICATORS, "M"),
        ):
            set_office_text(opened, OfficeText(january, kind, text))
    kept = run("bulletin", book, "--month", "2026-01").stdout
    assert kept.startswith("云招〔2026〕7号\n")
    assert "、存在问题\n　　一是项目少。\n" in kept
    assert "、下步工作要求\n　　加快进度。\n" in kept
    given = run("bulletin", book, "--month", "2026-01", "--number", "另号", "--indicator", "M").stdout
    assert given == kept.replace("云招〔2026〕7号", "另号")


def test_a_file_of_another_kind_is_wrong_usage(run: Run, book: Path, tmp_path: Path) -> None:
    told = run("bulletin", book, "--month", "2026-01", "-o", tmp_path / "out.exe")
    assert told.exit_code == 2
    assert "A bulletin's file ends in .txt, .docx, .pdf." in " ".join(told.stderr.split())


def test_the_bulletin_is_written_as_word_and_as_pdf(run: Run, book: Path, tmp_path: Path) -> None:
    for ending, start in (("docx", b"PK"), ("pdf", b"%PDF")):
        path = tmp_path / f"out.{ending}"
        assert run("bulletin", book, "--month", "2026-01", "-o", path).exit_code == 0
        assert path.read_bytes().startswith(start)


def test_a_template_is_given_for_once_or_kept_in_the_book(run: Run, book: Path, tmp_path: Path) -> None:
    own, path = tmp_path / "own.docx", tmp_path / "out.docx"
    document = Document()
    document.add_paragraph("本局通报：{{ 标题 }}")
    document.save(str(own))
    assert run("bulletin", book, "--month", "2026-01", "-o", path, "--template", own).exit_code == 0
    (paragraph,) = Document(str(path)).paragraphs
    assert paragraph.text.startswith("本局通报：关于2026年1月")
    with Book.open(book) as opened, opened.change("template"):
        set_template(opened, own.read_bytes())
    kept = tmp_path / "kept.docx"
    run("bulletin", book, "--month", "2026-01", "-o", kept)
    assert kept.read_bytes() == path.read_bytes()


def test_a_broken_template_is_told_and_leaves_what_was_there(run: Run, book: Path, tmp_path: Path) -> None:
    own, path = tmp_path / "own.docx", tmp_path / "out.docx"
    document = Document()
    document.add_paragraph("{{ 标提 }}")
    document.save(str(own))
    path.write_bytes(b"as it was")
    told = run("bulletin", book, "--month", "2026-01", "-o", path, "--template", own)
    assert told.exit_code == 1
    assert "There is no field “标提”." in told.stderr
    assert path.read_bytes() == b"as it was"


def test_a_template_for_what_is_not_word_is_wrong_usage(run: Run, book: Path, tmp_path: Path) -> None:
    own = tmp_path / "own.docx"
    own.write_bytes(b"")
    told = run("bulletin", book, "--month", "2026-01", "-o", tmp_path / "out.pdf", "--template", own)
    assert told.exit_code == 2
    assert "A template is for a bulletin that ends in .docx." in " ".join(told.stderr.split())


def test_a_month_without_figures_is_refused(run: Run, book: Path) -> None:
    told = run("bulletin", book, "--month", "2031-01")
    assert told.exit_code == 1
    assert "There are no figures for 2031-01." in told.stderr


def test_the_programs_own_bulletin_passes_the_proof_reader(run: Run, tmp_path: Path) -> None:
    run("load", tmp_path / "sample.tracker", resource("sample"))
    for month in ("2026-01", "2026-05", "2026-09"):
        for ending in ("txt", "docx"):
            path = tmp_path / f"{month}.{ending}"
            run("bulletin", tmp_path / "sample.tracker", "--month", month, "-o", path)
            told = json.loads(run("proof", path, "--json").stdout)
            assert {claim["kind"] for claim in told["claims"]} >= {"completion", "pace"}
            assert [claim for claim in told["claims"] if claim["verdict"] == "wrong" or claim["wording"]] == []
