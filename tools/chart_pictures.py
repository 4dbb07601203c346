"""Pictures of every kind of chart, to be looked at: `python tools/chart_pictures.py DIR` draws the sample county.

Each kind is drawn for paper, for the light and the dark window, and once more as an office's printer without colour prints it.
"""

from __future__ import annotations

import sys
import tempfile
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tracker.exchange.new_book import make_sample  # noqa: E402 - the project is found through the line above
from tracker.i18n import use_language  # noqa: E402
from tracker.metrics.live import Live  # noqa: E402
from tracker.reports.charts.chart import Canvas, ChartChoice, ChartKind, chart_of  # noqa: E402
from tracker.reports.charts.look import Palette, paper_look, screen_look  # noqa: E402
from tracker.reports.charts.out import png_bytes, svg_bytes  # noqa: E402
from tracker.store.book import Book  # noqa: E402

DOTS = 96


def main(folder: Path) -> None:
    """Write the pictures and say where they lie."""
    folder.mkdir(parents=True, exist_ok=True)
    use_language("zh_CN")
    paper = paper_look("全县")
    looks = {
        "paper": paper,
        "grey": replace(paper, palette=_grey(paper.palette)),
        "light": screen_look(dark=False),
        "dark": screen_look(dark=True),
    }
    with tempfile.TemporaryDirectory() as temporary:
        path = Path(temporary) / "sample.tracker"
        make_sample(path)
        with Book.open(path, read_only=True) as book:
            live = Live(book)
            units = tuple(unit.id for unit in live.roster.units[1:3])
            for kind in ChartKind:
                for name, look in looks.items():
                    figure = chart_of(live, ChartChoice(kind, units=units), Canvas(look)).figure
                    (folder / f"{kind}-{name}.png").write_bytes(png_bytes(figure, DOTS))
                    if name == "paper":
                        (folder / f"{kind}.svg").write_bytes(svg_bytes(figure))
            live.close()
    print(f"{len(ChartKind) * (len(looks) + 1)} files in {folder}")


def _grey(palette: Palette) -> Palette:
    """The palette by its lightness alone (Rec. 709)."""
    names = [name for name in palette.__dataclass_fields__ if name != "series"]
    greys = {name: _lightness(getattr(palette, name)) for name in names}
    return replace(palette, **greys, series=tuple(map(_lightness, palette.series)))


def _lightness(color: str) -> str:
    red, green, blue = (int(color[at : at + 2], 16) for at in (1, 3, 5))
    grey = round(0.2126 * red + 0.7152 * green + 0.0722 * blue)
    return f"#{grey:02X}{grey:02X}{grey:02X}"


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "out" / "charts")
