"""`tracker chart`."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tracker.cli.chart import KINDS
from tracker.reports.charts.chart import ChartKind
from tracker.resources import resource


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample county; it is only read."""
    from tracker.exchange.data_folder import load
    from tracker.exchange.new_book import making_book

    path = tmp_path_factory.mktemp("chart") / "sample.tracker"
    with making_book(path, title="云山县2026年招商引资台账") as book:
        load(book, resource("sample"))
    return path


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_written_as_a_picture(run: Run, sample: Path, tmp_path: Path, kind: str) -> None:
    told = run("chart", sample, kind, "--month", "2026-09", "-o", tmp_path / "out.svg")
    assert told.stdout == f"Wrote {tmp_path / 'out.svg'}.\n"
    assert "</svg>" in (tmp_path / "out.svg").read_text(encoding="utf-8")


def test_it_knows_the_same_kinds_as_the_charts() -> None:
    assert set(KINDS) == {kind.value for kind in ChartKind}


def test_the_ending_says_what_it_becomes(run: Run, sample: Path, tmp_path: Path) -> None:
    for ending, begin in (("png", b"\x89PNG"), ("pdf", b"%PDF"), ("SVG", b"<?xml")):
        run("chart", sample, "pace", "--month", "2026-09", "-o", tmp_path / f"out.{ending}")
        assert (tmp_path / f"out.{ending}").read_bytes().startswith(begin)
    told = run("chart", sample, "pace", "--month", "2026-09", "-o", tmp_path / "out.gif")
    assert told.exit_code == 2
    assert "A chart's file ends in .png, .svg, .pdf." in " ".join(told.stderr.split())


def test_unit_indicator_and_group_are_chosen_by_their_words(run: Run, sample: Path, tmp_path: Path) -> None:
    path = tmp_path / "out.svg"
    run("chart", sample, "pace", "--month", "2026-09", "--indicator", "WZ", "--unit", "云溪镇", "-o", path)
    drawn = path.read_text(encoding="utf-8")
    assert "云溪镇" in drawn
    assert "实际利用外资" in drawn
    run("chart", sample, "standing", "--month", "2026-09", "--group", "街道", "-o", path)
    assert "柳林镇" not in path.read_text(encoding="utf-8")
    run("chart", sample, "funnel", "--month", "2026-09", "--indicator", "QY", "--indicator", "TC", "-o", path)
    assert "新开工亿元以上项目" not in path.read_text(encoding="utf-8")
    run("chart", sample, "bump", "--month", "2026-09", "--unit", "U03", "--years", "2", "-o", path)
    assert "2025年1月" in path.read_text(encoding="utf-8") or "1 2025" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--unit", "凤凰镇"), "No unit “凤凰镇” is listed in 2026-09."),
        (("--group", "凤凰"), "There is no group “凤凰”."),
        (("--indicator", "X"), "There is no indicator “X”."),
    ],
)
def test_what_the_book_does_not_have_is_refused(
    run: Run, sample: Path, tmp_path: Path, arguments: tuple[str, str], said: str
) -> None:
    told = run("chart", sample, "pace", "--month", "2026-09", *arguments, "-o", tmp_path / "out.svg")
    assert told.exit_code == 1
    assert said in told.stderr
    assert not (tmp_path / "out.svg").exists()


def test_the_set_of_targets_is_chosen(run: Run, sample: Path, tmp_path: Path) -> None:
    pictures = []
    for chosen in ("assigned", "stretch"):
        run("chart", sample, "pace", "--month", "2026-09", "--target-set", chosen, "-o", tmp_path / f"{chosen}.svg")
        pictures.append((tmp_path / f"{chosen}.svg").read_text(encoding="utf-8"))
    assert pictures[0] != pictures[1]


def test_a_ratio_has_no_composition(run: Run, sample: Path, tmp_path: Path) -> None:
    told = run("chart", sample, "composition", "--month", "2026-09", "--indicator", "KGL", "-o", tmp_path / "out.svg")
    assert told.exit_code == 1
    assert "is a ratio" in told.stderr


def test_a_month_without_figures_is_refused(run: Run, sample: Path, tmp_path: Path) -> None:
    told = run("chart", sample, "pace", "--month", "2031-01", "-o", tmp_path / "out.svg")
    assert told.exit_code == 1
    assert "There are no figures for 2031-01." in told.stderr


def test_a_wrong_word_is_told_with_those_that_there_are(run: Run, sample: Path, tmp_path: Path) -> None:
    for words, given, others in (
        (["pie"], "pie", "pace, standing, bump, heat, indicators, composition, funnel, multiples"),
        (["heat", "--years", "4"], "4", "1, 2, 3"),
    ):
        told = run("chart", sample, *words, "--month", "2026-09", "-o", tmp_path / "out.png")
        assert told.exit_code == 2
        assert f"There is no “{given}” here, only: {others}." in told.stderr
    assert not (tmp_path / "out.png").exists()
