"""Workbooks computed again by LibreOffice, which gets the formulas alone: no result of ours is left for it to show."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import openpyxl
import pytest

Value = float | int | str | None


@dataclass(frozen=True)
class Recomputed:
    """A workbook's formulas by sheet and cell, with the result written beside each and the one that LibreOffice finds."""

    formulas: dict[str, str]
    written: dict[str, Value]
    found: dict[str, Value]

    def differing(self) -> dict[str, tuple[str, Value, Value]]:
        """The cells in which the two results differ by more than a double's last digits."""
        return {
            cell: (formula, self.written[cell], self.found[cell])
            for cell, formula in self.formulas.items()
            if not same(self.written[cell], self.found[cell])
        }


def same(one: Value, other: Value) -> bool:
    if isinstance(one, str) or isinstance(other, str) or one is None or other is None:
        return one == other
    return abs(one - other) <= 1e-9 * max(1, abs(one))


Recompute = Callable[[Sequence[bytes]], list[Recomputed]]


@pytest.fixture
def recompute_all(tmp_path: Path) -> Recompute:
    """Several workbooks at once: LibreOffice takes seconds to start."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")

    def compute(contents: Sequence[bytes]) -> list[Recomputed]:
        originals = [tmp_path / f"original-{at}.xlsx" for at, _ in enumerate(contents)]
        bare = [tmp_path / f"bare-{at}.xlsx" for at, _ in enumerate(contents)]
        for content, original, without in zip(contents, originals, bare, strict=True):
            original.write_bytes(content)
            openpyxl.load_workbook(original).save(without)  # openpyxl keeps formulas and drops their results
        profile, kind = (tmp_path / "profile").as_uri(), "xlsx:Calc MS Excel 2007 XML"
        command = [program, f"-env:UserInstallation={profile}", "--headless", "--convert-to", kind, "--outdir", tmp_path / "out"]
        subprocess.run([*command, *bare], check=True, capture_output=True, timeout=180)
        return [
            Recomputed(
                {cell: str(value) for cell, value in values(original, results=False).items() if str(value).startswith("=")},
                values(original, results=True),
                values(tmp_path / "out" / without.name, results=True),
            )
            for original, without in zip(originals, bare, strict=True)
        ]

    def values(path: Path, *, results: bool) -> dict[str, Value]:
        book = openpyxl.load_workbook(path, data_only=results)
        return {
            f"{sheet.title}!{cell.coordinate}": cell.value
            for sheet in book.worksheets
            for row in sheet.iter_rows()
            for cell in row
        }

    return compute


@pytest.fixture
def recompute(recompute_all: Recompute) -> Callable[[bytes], Recomputed]:
    return lambda content: recompute_all([content])[0]
