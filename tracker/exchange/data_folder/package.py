"""datapackage.json: the Frictionless description of the files, and what a book has that no CSV file carries."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from tracker.domain.period import Month
from tracker.errors import BadMonth
from tracker.exchange.data_folder.rows import GroupRow, Package
from tracker.exchange.data_folder.tables import Column, Table
from tracker.exchange.problems import Findings
from tracker.i18n import tr

FILE = "datapackage.json"
FORMAT = "county-tracker-book/1"
"""Stands under "format" in every package that this program wrote; the number rises when older programs could misread it."""

_NAME = "county-tracker-book"

Json = dict[str, object]


def is_ours(folder: Path) -> bool:
    """Whether this program wrote the folder's datapackage.json."""
    try:
        told = json.loads((folder / FILE).read_text(encoding="utf-8-sig"))
    except (OSError, ValueError):
        return False
    return isinstance(told, dict) and str(told.get("format", "")).startswith(FORMAT.partition("/")[0] + "/")


def package_text(package: Package, written: Iterable[tuple[Table, tuple[Column, ...]]]) -> str:
    """The text of datapackage.json for the files as they were written; the same for the same book, always."""
    told: Json = {"profile": "tabular-data-package", "name": _NAME, "format": FORMAT, "title": package.title or ""}
    if package.settings:
        told["settings"] = dict(package.settings)
    told["groups"] = [group.name if group.sort is None else {"name": group.name, "sort": group.sort} for group in package.groups]
    if package.published:
        told["published"] = [str(month) for month in package.published]
    told["resources"] = [_resource(table, columns) for table, columns in written]
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def _resource(table: Table, columns: tuple[Column, ...]) -> Json:
    schema: Json = {"fields": [_field(column) for column in columns], "missingValues": [""]}
    if table.key:
        schema["primaryKey"] = list(table.key)
    schema["foreignKeys"] = [_foreign_key(table, column) for column in columns if column.refers_to]
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "title": table.title,
        "path": table.file,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"lineTerminator": "\n"},
        "schema": schema,
    }


def _field(column: Column) -> Json:
    field: Json = {"name": column.name, "type": str(column.type), "description": column.description}
    constraints: Json = {}
    if column.filled:
        constraints["required"] = True
    if column.choices:
        constraints["enum"] = list(column.choices)
    if constraints:
        field["constraints"] = constraints
    return field


def _foreign_key(table: Table, column: Column) -> Json:
    resource = "" if column.refers_to == table.name else column.refers_to
    return {"fields": column.name, "reference": {"resource": resource, "fields": "code"}}


def read_package(folder: Path, findings: Findings) -> Package:
    """What datapackage.json tells beside the files; nothing where it is absent. Its resources are not looked at."""
    path = folder / FILE
    if not path.exists():
        return Package()
    try:
        told = json.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError) as error:
        what = tr("The file cannot be read: {reason}.", reason=error)
        findings.add(FILE, None, "", what=what, advice=tr("Correct it, or remove it: the CSV files do without."))
        return Package()
    if not isinstance(told, dict):
        findings.add(
            FILE, None, "", what=tr("It holds no data package."), advice=tr("Correct it, or remove it: the CSV files do without.")
        )
        return Package()
    return _Properties(told, findings).package()


class _Properties:
    """The top of a datapackage.json, each property checked for its type as it is read."""

    def __init__(self, told: Json, findings: Findings) -> None:
        self._told = told
        self._findings = findings

    def package(self) -> Package:
        self._check_format()
        return Package(
            title=self._text("title"),
            settings=self._settings("settings"),
            groups=self._groups("groups"),
            published=self._months("published"),
        )

    def _check_format(self) -> None:
        name, _, version = str(self._told.get("format", FORMAT)).partition("/")
        if name == FORMAT.partition("/")[0] and version != FORMAT.partition("/")[2]:
            what = tr("The folder was written by a newer version of this program.")
            self._findings.add(FILE, None, "", what=what, advice=tr("Update the program to load it."))

    def _text(self, name: str) -> str | None:
        value = self._told.get(name)
        if value is None or isinstance(value, str):
            return value
        self._refuse(name, tr("“{name}” must be a text.", name=name))
        return None

    def _settings(self, name: str) -> tuple[tuple[str, str], ...]:
        value = self._told.get(name, {})
        if isinstance(value, dict) and all(isinstance(text, str) and key for key, text in value.items()):
            return tuple(sorted(value.items()))
        self._refuse(name, tr("“{name}” must be an object of texts.", name=name))
        return ()

    def _groups(self, name: str) -> tuple[GroupRow, ...]:
        value = self._told.get(name, [])
        told = [entry if isinstance(entry, dict) else {"name": entry} for entry in value] if isinstance(value, list) else [{}]
        rows = [row for row in map(_group_row, told) if row]
        if len({row.name for row in rows}) == len(told):
            return tuple(rows)
        self._refuse(name, tr("“{name}” must be a list of different names.", name=name))
        return ()

    def _months(self, name: str) -> tuple[Month, ...]:
        value = self._told.get(name, [])
        if isinstance(value, list) and all(isinstance(text, str) for text in value):
            try:
                return tuple(Month.parse(text) for text in value)
            except BadMonth:
                pass
        self._refuse(name, tr("“{name}” must be a list of months like 2026-09.", name=name))
        return ()

    def _refuse(self, name: str, what: str) -> None:
        self._findings.add(FILE, None, name, what=what, advice=tr("Correct it, or remove the property."))


def _group_row(told: Json) -> GroupRow | None:
    """A group of the list; None where it is none."""
    name, sort = told.get("name"), told.get("sort")
    if not isinstance(name, str) or not name.strip() or isinstance(sort, bool) or not isinstance(sort, int | None):
        return None
    return GroupRow(name.strip(), sort)
