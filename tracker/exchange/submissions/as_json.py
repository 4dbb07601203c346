"""A plan as JSON, for other programs."""

from __future__ import annotations

import json
from typing import Any

from tracker.exchange.submissions.plan import Plan, PlannedCell, PlannedFile


def plan_json(plan: Plan) -> str:
    """`{"files": {NAME: {"understood": …, "cells": […], "problems": […]}}}`; values are plain decimals as text, None is null."""
    files = {file.name: _file(file) for file in plan.files}
    return json.dumps({"files": files}, ensure_ascii=False, indent=1) + "\n"


def _file(file: PlannedFile) -> dict[str, Any]:
    return {
        "understood": _understood(file),
        "cells": [_cell(cell) for cell in file.cells],
        "problems": [_problem(remark.where, remark.reason, remark.text) for remark in file.remarks],
    }


def _problem(where: str, reason: str, text: str) -> dict[str, str]:
    return {"where": where, "reason": f"{text}: {reason}" if text and text not in reason else reason}


def _understood(file: PlannedFile) -> dict[str, Any]:
    sent = file.understood
    codes = {cell.unit.id: cell.unit.code for cell in file.cells}
    return {
        "sha256": sent.file.digest or None,
        "units": [codes[unit] for unit in sent.units if unit in codes],
        "months": sorted({str(cell.month) for cell in file.cells}),
        "sheets": [
            {
                "name": sheet.name,
                "month": None if sheet.context.month is None else str(sheet.context.month),
                "sender": sheet.sender or None,
                "columns": [
                    {
                        "heading": column.heading,
                        "basis": column.facts.basis,
                        "measure": column.facts.measure or None,
                        "taken": not column.passed_over,
                    }
                    for column in sheet.columns
                ],
            }
            for sheet in sent.sheets
        ],
    }


def _cell(cell: PlannedCell) -> dict[str, Any]:
    return {
        "unit": cell.unit.code,
        "indicator": cell.indicator.code,
        "month": str(cell.month),
        "value": None if cell.value is None else f"{cell.value:f}",
        "status": cell.status.value,
        "old": None if cell.old is None else f"{cell.old:f}",
        "where": cell.where,
        "reason": cell.reason,
    }
