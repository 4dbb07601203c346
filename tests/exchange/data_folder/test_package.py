import json
from pathlib import Path

import pytest

from tests.exchange.conftest import Folder
from tracker.domain.period import Month
from tracker.exchange.data_folder import DataFolderRefused, dump, load
from tracker.exchange.data_folder.package import read_package
from tracker.exchange.data_folder.rows import GroupRow, Package
from tracker.exchange.problems import Findings
from tracker.store.book import Book


def read(folder: Path, text: str) -> tuple[Package, list[str]]:
    """What a datapackage.json tells, and what is wrong with it."""
    folder.mkdir(exist_ok=True)
    (folder / "datapackage.json").write_text(text, encoding="utf-8")
    findings = Findings()
    return read_package(folder, findings), [problem.what for problem in findings.problems]


def test_a_package_of_somebody_else_tells_what_it_tells(tmp_path: Path) -> None:
    package, wrong = read(tmp_path, '{"name": "x", "title": "云山县", "resources": [{"name": "y", "path": "y.csv"}]}')
    assert package == Package(title="云山县")
    assert wrong == []


def test_all_properties_are_read(tmp_path: Path) -> None:
    told = {"groups": ["a", {"name": " b ", "sort": 7}], "published": ["2026-08"], "settings": {"office": "招商局"}}
    package, wrong = read(tmp_path, json.dumps(told))
    assert package == Package(None, (("office", "招商局"),), (GroupRow("a"), GroupRow("b", 7)), (Month(2026, 8),))
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("{", "The file cannot be read"),
        ("[]", "It holds no data package."),
        ('{"title": 5}', "“title” must be a text."),
        ('{"settings": ["office"]}', "“settings” must be an object of texts."),
        ('{"settings": {"office": 5}}', "“settings” must be an object of texts."),
        ('{"groups": "a"}', "“groups” must be a list of different names."),
        ('{"groups": ["a", " a"]}', "“groups” must be a list of different names."),
        ('{"groups": [5]}', "“groups” must be a list of different names."),
        ('{"groups": [{"name": "a", "sort": true}]}', "“groups” must be a list of different names."),
        ('{"published": ["2026-13"]}', "“published” must be a list of months like 2026-09."),
        ('{"published": 2026}', "“published” must be a list of months like 2026-09."),
        ('{"format": "county-tracker-book/2"}', "The folder was written by a newer version of this program."),
    ],
)
def test_what_is_wrong_with_it_is_told(tmp_path: Path, text: str, what: str) -> None:
    _, wrong = read(tmp_path, text)
    assert len(wrong) == 1
    assert wrong[0].startswith(what)


def test_a_package_alone_sets_up_groups(book: Book, tmp_path: Path) -> None:
    read(tmp_path / "only", '{"title": "云山县", "groups": ["乡镇"]}')
    assert load(book, tmp_path / "only").changed


def test_a_broken_package_keeps_the_folder_out(book: Book, folder: Folder) -> None:
    folder.write("datapackage.json", "{")
    with pytest.raises(DataFolderRefused):
        load(book, folder.path)


def test_the_dumped_package_is_valid_frictionless(
    book: Book, folder: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from frictionless import Package as DataPackage

    folder.write(
        "figures.csv", 'unit,indicator,month,value,typed,note\nU1,M,2026-01,-1.25,=1+1,"a,\n""b"""\nU1,M,2026-02,,约三亿,\n'
    )
    load(book, folder.path)
    dump(book, tmp_path / "dumped")
    monkeypatch.chdir(tmp_path / "dumped")
    report = DataPackage("datapackage.json").validate()
    assert report.valid, report.flatten(["type", "note", "place"])
    assert [task.name for task in report.tasks] == ["units", "indicators", "targets", "plan", "scheme", "figures"]
    assert [task.stats["rows"] for task in report.tasks] == [3, 4, 3, 2, 2, 2]


def test_frictionless_sees_what_breaks_the_dumped_schema(
    book: Book, folder: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from frictionless import Package as DataPackage

    load(book, folder.path)
    dump(book, tmp_path / "dumped")
    figures = tmp_path / "dumped" / "figures.csv"
    figures.write_text(
        figures.read_text(encoding="utf-8") + "U9,M,2026-01,1\nU1,M,2026-01,2\nU1,M,2026-1月,x\n", encoding="utf-8"
    )
    monkeypatch.chdir(tmp_path / "dumped")
    kinds = {kind for (kind,) in DataPackage("datapackage.json").validate().flatten(["type"])}
    assert kinds == {"foreign-key", "primary-key", "type-error"}
