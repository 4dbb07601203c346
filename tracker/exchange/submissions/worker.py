"""The process that opens what was sent in: hostile files can exhaust or crash it, and nothing else.

It reads requests, one JSON text a line ({"path", "name"}), and answers each with a line a file and an empty one at the end.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any, BinaryIO

from tracker.exchange.submissions.arriving import Arrived, arrived
from tracker.exchange.submissions.content import sheets_of
from tracker.exchange.submissions.faults import Fault, FileUnreadable
from tracker.exchange.submissions.sheet import Sheet

MEMORY = 2_000
"""Megabytes of address space the process may have, where the system can bound it."""


def serve(requests: BinaryIO, answers: BinaryIO) -> None:
    """Answer every request until there are no more."""
    _bound_memory()
    for line in requests:
        request = json.loads(line)
        answers.writelines(map(_line, _answers(Path(request["path"]), request["name"])))
        answers.write(b"\n")
        answers.flush()


def _line(answer: dict[str, Any]) -> bytes:
    return json.dumps(answer, separators=(",", ":")).encode() + b"\n"


def _answers(path: Path, name: str) -> Iterator[dict[str, Any]]:
    for one in arrived(path, name):
        yield {
            "name": one.name,
            "digest": sha256(one.content).hexdigest() if one.content else "",
            "modified": one.modified.isoformat() if one.modified else None,
            **_sheets_or_fault(one),
        }


def _sheets_or_fault(one: Arrived) -> dict[str, Any]:
    if one.fault is not None:
        return {"fault": one.fault}
    try:
        sheets = sheets_of(one.content)
    except FileUnreadable as error:
        return {"fault": error.fault}
    except (MemoryError, RecursionError):
        return {"fault": Fault.TOO_HARD}
    return {"sheets": [_wire(sheet) for sheet in sheets]}


def _wire(sheet: Sheet) -> list[object]:
    return [sheet.name, sheet.rows, sheet.merged, sheet.hidden, sorted(sheet.hidden_rows), sorted(sheet.hidden_columns)]


def _bound_memory() -> None:
    if sys.platform != "win32":
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        wanted = MEMORY * 2**20
        resource.setrlimit(resource.RLIMIT_AS, (wanted if hard == resource.RLIM_INFINITY else min(wanted, hard), hard))
