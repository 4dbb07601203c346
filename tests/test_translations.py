"""tools/translations.py, on a small source of its own."""

import ast
from pathlib import Path

import pytest

from tools import translations


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    source = tmp_path / "tracker"
    source.mkdir()
    (source / "words.py").write_text('tr("Undo {label}", label=x)\nA = mark("Redo")\ntr("")\ntr(A)\n', encoding="utf-8")
    strings = translations.source_strings
    monkeypatch.setattr(translations, "source_strings", lambda: strings(source))
    return tmp_path / "tracker.po"


def test_update_adds_new_strings_keeps_translations_and_drops_vanished_ones(small: Path) -> None:
    translations.update(small)
    assert translations.problems(small) == ["not translated: Undo {label}", "not translated: Redo"]
    text = small.read_text(encoding="utf-8").replace('msgid "Redo"\nmsgstr ""', 'msgid "Redo"\nmsgstr "重做"')
    small.write_text(text + '\nmsgid "Gone"\nmsgstr "没了"\n', encoding="utf-8")
    assert "no longer in the source: Gone" in translations.problems(small)
    translations.update(small)
    assert translations.problems(small) == ["not translated: Undo {label}"]
    assert "没了" not in small.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ('tr("Outer {x}", x=tr("Inner"))', ["Outer {x}", "Inner"]),
        ('tr(next(reasons, mark("Default")))', ["Default"]),
        ('tr("One" if a else "Two" if b else "Three")', ["One", "Two", "Three"]),
        ('i18n.tr("Attribute")', ["Attribute"]),
        ('tr("Put " "together")', ["Put together"]),
        ("tr(text) + str('Other') + tr() + tr('')", []),
    ],
)
def test_every_way_of_giving_a_literal_is_found(code: str, found: list[str]) -> None:
    assert sorted(text for _, text in translations.strings_of(ast.parse(code))) == sorted(found)


def test_other_placeholders_and_missing_entries_are_named(small: Path) -> None:
    small.write_text('msgid ""\nmsgstr ""\n\nmsgid "Undo {label}"\nmsgstr "撤销 {name}"\n', encoding="utf-8")
    assert translations.problems(small) == ["no entry: Redo", "other placeholders: Undo {label} → 撤销 {name}"]


def test_a_guess_is_named(small: Path) -> None:
    text = 'msgid ""\nmsgstr ""\n\n#, fuzzy\nmsgid "Redo"\nmsgstr "重做"\n\nmsgid "Undo {label}"\nmsgstr "撤销 {label}"\n'
    small.write_text(text + '\n#~ msgid "Old"\n#~ msgstr "旧"\n', encoding="utf-8")
    assert translations.problems(small) == ["fuzzy: Redo", "obsolete: Old"]


def test_wrong_usage_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert translations.main(["translate"]) == 2
    assert "update|compile|check" in capsys.readouterr().err
