"""A chart as a file: PNG, SVG with its texts as text, PDF with its type embedded; the same chart gives the same bytes."""

from __future__ import annotations

import datetime
import io
from typing import TYPE_CHECKING, Any

from tracker.reports.faces import bundled_faces
from tracker.resources import resource

if TYPE_CHECKING:
    from matplotlib.figure import Figure

DOTS_PER_INCH = 300
POINTS_PER_INCH = 72
MADE = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)
"""A chart's file carries no date of its own: what it shows does."""


ELSEWHERE = "'Source Han Sans SC', 'Microsoft YaHei', 'PingFang SC', 'WenQuanYi Micro Hei', sans-serif"
"""In what a drawing's texts are set where the program's own family is not installed."""


def png_bytes(figure: Figure, dots_per_inch: int = DOTS_PER_INCH) -> bytes:
    """The chart in that many dots an inch, which the file names too."""
    return _written(figure, "png", dpi=dots_per_inch, metadata={"Software": None})


def svg_bytes(figure: Figure) -> bytes:
    """The chart as vectors; texts are text in the program's family, without the type itself, or in one like it."""
    family = f"'{bundled_faces().sans.family}'".encode()
    return _written(figure, "svg", metadata={"Date": None}).replace(family, family + f", {ELSEWHERE}".encode())


def pdf_bytes(figure: Figure) -> bytes:
    """The chart as a page of its size (PDF/A-2b), its type embedded, its texts in one piece.

    The typesetter makes it of the SVG: matplotlib's own PDF declares the type of a face with CFF outlines wrongly, or cuts words
    where they change between ideographs and digits.
    """
    from typst import Compiler, Fonts

    template = resource("templates", "chart.typ")
    folder = bundled_faces().sans.path.parent
    fonts = Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])
    width, height = (float(inches) * POINTS_PER_INCH for inches in figure.get_size_inches())
    inputs = {"drawing": svg_bytes(figure).decode(), "title": title_of(figure), "width": f"{width}", "height": f"{height}"}
    compiler = Compiler(template, root=template.parent, font_paths=fonts)
    made = compiler.compile(format="pdf", sys_inputs=inputs, pdf_standards="a-2b", timestamp=MADE)
    return made if isinstance(made, bytes) else b"".join(made or [])


def bytes_of(figure: Figure, form: str) -> bytes:
    """The chart as "png", "svg" or "pdf"; raises KeyError for another form."""
    return {"png": png_bytes, "svg": svg_bytes, "pdf": pdf_bytes}[form](figure)


def title_of(figure: Figure) -> str:
    """The first text that stands on the figure itself: its title, else what is under it."""
    return str(figure.texts[0].get_text()) if figure.texts else ""


def _written(figure: Figure, form: str, **options: Any) -> bytes:
    from matplotlib import rc_context

    stream = io.BytesIO()
    with rc_context({"svg.fonttype": "none", "svg.hashsalt": "tracker"}):
        figure.savefig(stream, format=form, facecolor=figure.get_facecolor(), **options)
    return stream.getvalue()
