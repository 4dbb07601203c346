"""Every word a person reads is English in the source and has its Chinese; switching languages works."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tools import translations
from tracker import i18n
from tracker.i18n import mark, system_language, tr, use_language

PROJECT = Path(__file__).resolve().parent.parent
SOURCE = PROJECT / "tracker"
FILES = sorted(SOURCE.rglob("*.py"))

HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff。，、；：？！（）《》]")
HALF_WIDTH_AFTER_HAN = re.compile("[\u3400-\u9fff][,;:?!](?![0-9])|[\u3400-\u9fff]\\.(?= |$)|[(][\u3400-\u9fff]")

SENTENCE_END = re.compile("^[^\n]* [^\n]*[^. ][.:]$|[^ .]…$")

# A file whose strings hold Chinese that is data (units of measure, words that are read, names of a template) says so and why.
CHINESE_IS_DATA = re.compile(r"Chinese here is data: \w+")

# What puts a text before a person's eyes: methods of widgets and models, and widgets that are made with their text.
SHOWS = {
    *(
        "setText",
        "setPlainText",
        "setHtml",
        "setToolTip",
        "setStatusTip",
        "setWhatsThis",
        "setWindowTitle",
        "setTitle",
        "setSuffix",
    ),
    *(
        "setPlaceholderText",
        "setAccessibleName",
        "setAccessibleDescription",
        "setInformativeText",
        "setDetailedText",
        "setLabelText",
    ),
    *(
        "addAction",
        "addMenu",
        "addTab",
        "addItem",
        "addButton",
        "addRow",
        "showMessage",
        "setHeaderLabels",
        "setPrefix",
        "setObjectText",
    ),
    *("QLabel", "QPushButton", "QToolButton", "QCheckBox", "QRadioButton", "QGroupBox", "QAction", "QMenu", "QMessageBox"),
    *("getOpenFileName", "getSaveFileName", "getExistingDirectory", "question", "information", "warning", "critical", "about"),
}
WORD = re.compile("[A-Za-z]{2,}|[\u3400-\u9fff]")
MARKUP = re.compile("<[^>]*>|&[a-z]+;")
# Sentences whose places are filled by something else than tr.
FILLED_ELSEWHERE = {"Page {page} of {pages}": "by the typesetter, who alone knows the pages"}
# Written the same in every language.
NOT_WORDS = re.compile(
    r"(?:\(\*\.\w+\)|yyyy-MM-dd|Ctrl|Shift|Alt|Esc|Tab|Enter|PgUp|PgDn|Home|End|Del|F[0-9]+|[+A-Z0-9 .·/…›‹])+"
)


@pytest.fixture
def compiled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The committed translations, compiled afresh into a folder where the program looks for them."""
    folder = tmp_path / "zh_CN" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    po_file = folder / "tracker.po"
    po_file.write_bytes(translations.PO_FILE.read_bytes())
    monkeypatch.setattr(i18n, "resource", lambda *_parts: tmp_path)
    return Path(translations.compile_translations(po_file))


def trees() -> Iterator[tuple[str, str, ast.Module]]:
    """Each file of the program: its path in the project, its text, its syntax tree."""
    for path in FILES:
        text = path.read_text(encoding="utf-8")
        yield path.relative_to(PROJECT).as_posix(), text, ast.parse(text)


def name_of(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def strings_but_docstrings(tree: ast.AST) -> Iterator[ast.Constant]:
    """Every string constant that is not a statement of its own."""
    statements = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in statements:
            yield node


def test_every_string_has_its_translation_with_the_same_placeholders() -> None:
    assert translations.problems() == []


def test_the_committed_file_is_what_the_script_writes(tmp_path: Path) -> None:
    copy = tmp_path / "tracker.po"
    copy.write_bytes(translations.PO_FILE.read_bytes())
    translations.update(copy)
    assert copy.read_text(encoding="utf-8") == translations.PO_FILE.read_text(encoding="utf-8"), (
        "run tools/translations.py update"
    )


def test_the_source_strings_are_english() -> None:
    assert [message.id for message in translations.messages(translations.source_strings()) if HAN.search(message.id)] == []


def test_the_translations_are_chinese_with_full_width_punctuation() -> None:
    odd = []
    for message in translations.messages(translations.translations()):
        words = re.sub(r"\{[^}]*\}", "", message.id)
        if message.string and WORD.search(words) and not NOT_WORDS.fullmatch(words) and not HAN.search(message.string):
            odd.append(f"no Chinese: {message.id} → {message.string}")
        if HALF_WIDTH_AFTER_HAN.search(re.sub(r"\{[^}]*\}", "0", message.string)):
            odd.append(f"half-width punctuation: {message.string}")
        if SENTENCE_END.search(message.id) and message.string and not message.string.endswith(("。", "…", "：", "）")):
            odd.append(f"other end: {message.id} → {message.string}")
    assert odd == []


def test_chinese_in_the_source_is_data_and_says_so() -> None:
    found = [
        f"{path}:{node.lineno}: {node.value!r}"
        for path, text, tree in trees()
        if not CHINESE_IS_DATA.search(text)
        for node in strings_but_docstrings(tree)
        if HAN.search(node.value)
    ]
    assert found == []


def test_a_file_that_says_its_chinese_is_data_has_some() -> None:
    idle = [
        path
        for path, text, tree in trees()
        if CHINESE_IS_DATA.search(text) and not any(HAN.search(node.value) for node in strings_but_docstrings(tree))
    ]
    assert idle == []


def test_tr_is_given_a_literal_or_a_marked_constant_and_exactly_its_placeholders() -> None:
    wrong = []
    for path, _, tree in trees():
        for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call) and name_of(node) in ("tr", "mark")):
            place = f"{path}:{call.lineno}"
            source = call.args[0] if call.args else None
            if isinstance(source, ast.JoinedStr | ast.BinOp):
                wrong.append(f"{place}: put together, so that it cannot be looked up")
            elif isinstance(source, ast.Constant) and name_of(call) == "tr" and all(keyword.arg for keyword in call.keywords):
                given = {keyword.arg for keyword in call.keywords}
                if given != translations.placeholders(source.value) and (given or source.value not in FILLED_ELSEWHERE):
                    wrong.append(f"{place}: {source.value!r} is given {sorted(map(str, given))}")
    assert wrong == []


def test_nothing_is_translated_before_the_language_is_chosen() -> None:
    assert [f"{path}:{line}" for path, _, tree in trees() for line in translated_at_import(tree)] == []


def translated_at_import(tree: ast.Module) -> Iterator[int]:
    """Lines of tr(…) outside of functions, or in their default values."""
    waiting: list[ast.AST] = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Call) and name_of(node) == "tr":
            yield node.lineno
        if isinstance(node, ast.Lambda):
            waiting.extend(node.args.defaults)
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            waiting.extend([*node.args.defaults, *filter(None, node.args.kw_defaults), *node.decorator_list])
        else:
            waiting.extend(ast.iter_child_nodes(node))


def test_no_widget_is_given_a_word_that_is_not_translated() -> None:
    literals = [
        f"{path}:{call.lineno}: {name_of(call)}({text!r})"
        for path, _, tree in trees()
        if path.startswith("tracker/ui/")
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and name_of(call) in SHOWS
        for text in literal_texts(call)
        if WORD.search(MARKUP.sub("", text)) and not NOT_WORDS.fullmatch(text)
    ]
    assert literals == []


def literal_texts(call: ast.Call) -> Iterator[str]:
    """The texts that stand in a call itself: "…" and the fixed parts of f"…", also in a or b, x if y else z, a + b and lists."""
    waiting: list[ast.expr] = [*call.args, *(keyword.value for keyword in call.keywords)]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value
        elif isinstance(node, ast.JoinedStr):
            yield "".join(part.value for part in node.values if isinstance(part, ast.Constant) and isinstance(part.value, str))
        elif isinstance(node, ast.BoolOp):
            waiting.extend(node.values)
        elif isinstance(node, ast.IfExp):
            waiting.extend([node.body, node.orelse])
        elif isinstance(node, ast.BinOp):
            waiting.extend([node.left, node.right])
        elif isinstance(node, ast.List | ast.Tuple):
            waiting.extend(node.elts)


@pytest.mark.usefixtures("compiled")
def test_switching_languages_switches_the_words() -> None:
    use_language("zh_CN")
    assert i18n.language() == "zh_CN"
    assert tr("“{text}” is not a month. Write it like 2026-09.", text="九月") == "“九月”不是月份。请写成 2026-09 的样子。"
    use_language("en")
    assert tr("“{text}” is not a month. Write it like 2026-09.", text="May") == "“May” is not a month. Write it like 2026-09."


@pytest.mark.usefixtures("compiled")
def test_a_marked_constant_is_translated_where_it_is_shown() -> None:
    constant = mark("This is not a figure.")
    assert constant == "This is not a figure."
    use_language("zh_CN")
    assert tr(constant) == "这不是数字。"


@pytest.mark.usefixtures("compiled")
def test_a_value_may_hold_braces_and_nothing_is_something_too() -> None:
    use_language("zh_CN")
    assert "{x}" in tr("“{text}” is not a month. Write it like 2026-09.", text="{x}")
    assert tr("") == ""


def test_an_unknown_language_is_our_own_mistake() -> None:
    with pytest.raises(ValueError, match="unknown language"):
        use_language("fr")


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"TRACKER_LANGUAGE": "en", "LANG": "zh_CN.UTF-8"}, "en"),
        ({"TRACKER_LANGUAGE": "zh_CN"}, "zh_CN"),
        ({"TRACKER_LANGUAGE": "fr", "LANG": "zh_CN.UTF-8"}, "zh_CN"),
        ({"LANG": "zh_CN.UTF-8"}, "zh_CN"),
        ({"LANG": "zh_TW.UTF-8"}, "zh_CN"),
        ({"LC_ALL": "en_US.UTF-8", "LANG": "zh_CN.UTF-8"}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
    ],
)
def test_the_program_starts_in_the_systems_language(
    environment: dict[str, str], language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("TRACKER_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert system_language() == language


@pytest.mark.parametrize(("named", "language"), [("Chinese (Simplified)_China", "zh_CN"), ("de_DE", "en"), (None, "en")])
def test_windows_names_its_language_without_the_environment(
    named: str | None, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("TRACKER_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(i18n.locale, "getlocale", lambda: (named, None))
    assert system_language() == language


def test_the_program_speaks_english_where_no_translation_is_compiled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(i18n, "resource", lambda *_parts: tmp_path)
    use_language("zh_CN")
    assert tr("Undo") == "Undo"
