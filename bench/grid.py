"""The entry grid in the program's window, drawn without a screen; beside each figure that of a bare QTableView of its size."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from bench.counties import LAST_MONTH, Size, make_book
from bench.timing import Line, median_ms

SIZES = (Size(30, 16), Size(3000, 21, months=12))
"""The last indicator of each is a ratio, in which one does not type: there are 30 × 15 and 3,000 × 20 cells to paste."""
RUNS, PASTES = 7, 3


def lines(folder: Path) -> list[Line]:
    """Each from the key, the paste or the choice to the last pixel painted; what is pasted is on the disk by then."""
    return [line for size in SIZES for line in _measure(folder, size)]


def _measure(folder: Path, size: Size) -> list[Line]:
    from tracker.ui.app import screenless_program

    book = make_book(folder / f"grid{size.units}.tracker", size)
    with screenless_program() as program:
        from bench.bare_table import BareTable
        from bench.grid_hands import Hands

        program.session.open(book)
        hands = Hands(program)
        bare = BareTable(hands.rows, hands.columns)
        found = [
            _line(f"paste of {size.units:,} × {size.indicators - 1} cells", hands.paste(), hands.paste_bare(bare), PASTES),
            _line(f"    key to paint of one edit, {size.units:,} rows", hands.edit(), hands.edit_bare(bare)),
            _line("    scrolling by a page", hands.scroll(hands.grid), hands.scroll(bare)),
            _line("    switching the month", hands.switch_month(LAST_MONTH), hands.reset_bare(bare)),
            _line("    switching the way round", hands.switch_way(), hands.reset_bare(bare)),
        ]
        bare.close()
        hands.let_go()
    return found


def _line(what: str, work: Callable[[], object], bare: Callable[[], object], runs: int = RUNS) -> Line:
    ours, theirs = median_ms(work, runs), median_ms(bare, runs)
    return Line(what, ours, "ms", note=f"QTableView {theirs:.2f} ms, ratio {ours / theirs:.1f}")
