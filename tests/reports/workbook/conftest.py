"""Workbooks computed again by LibreOffice, which gets the formulas alone: no result of ours is left for it to show."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import openpyxl
import pytest

Value = float | int | str | None


@dataclass(frozen=True)
class Recomputed:
    """The formulas of a sheet by cell, with the result that was written beside each and the one that LibreOffice finds."""

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


@pytest.fixture
def recompute(tmp_path: Path) -> Callable[[bytes], Recomputed]:
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")

    def compute(content: bytes) -> Recomputed:
        original, bare = tmp_path / "original.xlsx", tmp_path / "bare.xlsx"
        original.write_bytes(content)
        book = openpyxl.load_workbook(original)
        formulas = {
            cell.coordinate: cell.value
            for row in book.worksheets[0].iter_rows()
            for cell in row
            if str(cell.value).startswith("=")
        }
        book.save(bare)  # openpyxl keeps formulas and drops their results
        profile = (tmp_path / "profile").as_uri()
        subprocess.run(
            [
                program,
                f"-env:UserInstallation={profile}",
                "--headless",
                "--convert-to",
                "xlsx:Calc MS Excel 2007 XML",
                "--outdir",
                tmp_path / "out",
                bare,
            ],
            check=True,
            capture_output=True,
            timeout=180,
        )
        return Recomputed(formulas, values(original), values(tmp_path / "out" / "bare.xlsx"))

    def values(path: Path) -> dict[str, Value]:
        sheet = openpyxl.load_workbook(path, data_only=True).worksheets[0]
        return {cell.coordinate: cell.value for row in sheet.iter_rows() for cell in row}

    return compute
