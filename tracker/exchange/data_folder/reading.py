"""Read a whole data folder over what a book has already; whatever is wrong with it is found, not just the first thing."""

from __future__ import annotations

from pathlib import Path

from tracker.errors import ExchangeError
from tracker.exchange.data_folder.content import Content
from tracker.exchange.data_folder.directory import Directory, read_directory
from tracker.exchange.data_folder.figures import read_figures
from tracker.exchange.data_folder.goals import read_plan, read_scheme, read_targets
from tracker.exchange.data_folder.judgement import read_judgement
from tracker.exchange.data_folder.package import FILE, read_package
from tracker.exchange.data_folder.tables import TABLES, UNITS
from tracker.exchange.data_folder.texts import read_texts
from tracker.exchange.problems import Findings
from tracker.i18n import tr


class NoDataFolder(ExchangeError):
    """There is nothing to load where the folder should be."""


def read_folder(folder: Path, base: Directory, groups: frozenset[str], findings: Findings) -> Content:
    """What the folder says; rows with a problem are left out and their problems added to `findings`.

    `base` and `groups` are the book's own: a code or group may be in the folder or there. Raises NoDataFolder where the folder
    has none of the files.
    """
    _check_is_one(folder)
    package = read_package(folder, findings)
    read = read_directory(folder, base, findings)
    directory = read.directory
    known_groups = groups | {group.name for group in package.groups} | {unit.group for unit in read.units}
    return Content(
        package=package,
        units=read.units,
        indicators=read.indicators,
        targets=read_targets(folder, directory, findings),
        plan=read_plan(folder, directory, findings),
        scheme=read_scheme(folder, directory, None if findings.lost(UNITS.file, "group") else known_groups, findings),
        figures=read_figures(folder, directory, findings),
        judgement=read_judgement(folder, directory, findings),
        texts=tuple(read_texts(folder, findings)),
        indicator_places=read.indicator_places,
    )


def ignored_files(folder: Path) -> tuple[str, ...]:
    """The CSV files in the folder that have none of the fixed names, sorted: a misspelt one would be missed silently."""
    known = {table.file for table in TABLES}
    return tuple(sorted(path.name for path in folder.iterdir() if path.suffix.lower() == ".csv" and path.name not in known))


def _check_is_one(folder: Path) -> None:
    if not folder.is_dir():
        raise NoDataFolder(tr("There is no folder at {path}. Check its name.", path=folder))
    names = [table.file for table in TABLES if not table.rare]
    if not any((folder / name).exists() for name in (*(table.file for table in TABLES), FILE)):
        raise NoDataFolder(tr("{path} holds no data: none of {files} is there.", path=folder, files=", ".join(names)))
