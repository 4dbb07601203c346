"""校对通报: the dialog, by keyboard and by mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QElapsedTimer, QMimeData, QPoint, Qt, QTimer, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tracker.exchange.new_book import make_sample
from tracker.ui.dialogs.proof import ProofDialog
from tracker.ui.models.proof_findings import Finding

Key, Shift = Qt.Key, Qt.KeyboardModifier.ShiftModifier
BULLETIN = """关于1-9月𬒗县招商引资情况的通报
1-9月，全县实际到位省外资金34.22亿元，完成年度目标任务50亿元的68.44%，落后序时进度6.6%。
新签约亿元以上项目1242个，开工958个，开工率77.14%；外资增长-3%。
全县到位24.2亿元，占目标37.0亿元的65.3%。
"""


@pytest.fixture
def dialog(window, qtbot):
    """The dialog on that bulletin, read."""
    made = ProofDialog(window.session, window, text=BULLETIN)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(lambda: made.proof is not None)
    yield made
    made.reject()
    made.deleteLater()


def listed(dialog):
    return [found.finding for found in dialog.list.model.records]


def selected(dialog):
    return dialog.text.textCursor().selectedText()


def test_what_needs_a_look_is_listed_and_counted(dialog):
    assert listed(dialog) == [Finding.WORDING, Finding.WRONG, Finding.WORDING, Finding.ROUNDING]
    assert dialog.state.text() == "4 claims: 2 right, 1 within rounding, 1 wrong; 2 wordings to mend."
    dialog.bar.listed.choose(True)
    dialog.bar.listed.picked.emit(True)
    assert listed(dialog) == [Finding.RIGHT, Finding.WORDING, Finding.WRONG, Finding.WORDING, Finding.ROUNDING]


def test_f8_goes_from_finding_to_finding_and_round(dialog):
    dialog.text.setFocus()
    seen = []
    for _ in range(5):
        QTest.keyClick(dialog.text, Key.Key_F8)
        seen.append(selected(dialog))
    assert seen == ["6.6%", "77.14%", "增长-3%", "65.3%", "6.6%"]
    QTest.keyClick(dialog.text, Key.Key_F8, Shift)
    assert selected(dialog) == "65.3%"
    assert dialog.list.figures.text() == "Printed 65.3%, recomputed 65.4%"
    assert "is among it" in dialog.list.reason.text()


def test_a_click_in_the_text_shows_the_finding_even_one_that_is_right(dialog):
    cursor = dialog.text.textCursor()
    cursor.setPosition(BULLETIN.index("68.44%") + 2)  # one character before it has two units
    spot = dialog.text.cursorRect(cursor).center()
    QTest.mouseClick(dialog.text.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert dialog.list.in_hand.printed == "68.44%"
    assert dialog.bar.listed.value is True
    assert dialog.list.reason.text() == "The numbers beside it give just this."


def test_a_click_in_the_list_shows_the_place_in_the_text(dialog):
    table = dialog.list.table
    spot = QPoint(20, table.rowViewportPosition(1) + 5)
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert selected(dialog) == "77.14%"
    assert len(dialog.text.extraSelections()) == 3
    QTest.keyClick(table, Key.Key_Return)
    assert dialog.text.hasFocus()


def test_findings_are_underlined_each_in_its_own_way(dialog):
    document = dialog.text.document()
    kinds = {
        fragment.format.underlineStyle()
        for number in range(document.blockCount())
        for fragment in document.findBlockByNumber(number).layout().formats()
    }
    assert len(kinds) == 4
    second = document.findBlockByNumber(1)
    assert [second.text()[f.start : f.start + f.length] for f in second.layout().formats()] == ["68.44%", "6.6%"]


def test_the_text_is_mended_in_place_and_read_again(dialog, qtbot):
    dialog.text.setFocus()
    QTest.keyClick(dialog.text, Key.Key_F8)
    QTest.keyClick(dialog.text, Key.Key_F8)
    QTest.keyClicks(dialog.text, "77.13%")
    qtbot.waitUntil(lambda: listed(dialog) == [Finding.WORDING, Finding.WORDING, Finding.ROUNDING])


def test_the_month_is_the_texts_or_the_one_given(dialog, qtbot):
    dialog.text.show_text("完成率80%，超序时进度13.3个百分点。")
    qtbot.waitUntil(lambda: dialog.list.nothing.text() == "No figure was found whose numbers stand beside it.")
    dialog.bar.month.choose(8)
    dialog.bar.month.picked.emit(8)
    qtbot.waitUntil(lambda: dialog.list.nothing.text() == "Everything that could be recomputed is right.")


def test_what_is_to_be_mended_is_copied_for_the_author(dialog):
    QTest.mouseClick(dialog.bar.copy, Qt.MouseButton.LeftButton)
    told = QApplication.clipboard().text()
    assert told.splitlines()[0].startswith("1. ")
    assert "落后序时进度6.6%" in told
    assert "65.3%" not in told, "within rounding there is nothing to mend"


def test_a_text_is_pasted_over_the_old_one_and_that_can_be_undone(dialog, qtbot):
    QApplication.clipboard().setText("完成率74%。\u2028超序时进度1个百分点。\r\n")
    QTest.mouseClick(dialog.bar.paste, Qt.MouseButton.LeftButton)
    assert dialog.text.text == "完成率74%。\n超序时进度1个百分点。"
    dialog.text.undo()
    assert dialog.text.text == BULLETIN.rstrip("\n")


def test_a_file_is_opened_or_dropped_and_one_that_cannot_be_read_says_why(dialog, qtbot, tmp_path, answer):
    (tmp_path / "a.txt").write_text("外资增长-3%。", encoding="gb18030")
    dialog.open_path(tmp_path / "a.txt")
    qtbot.waitUntil(lambda: dialog.text.text == "外资增长-3%。")
    (tmp_path / "b.txt").write_text("外资增长-4%。", encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "b.txt"))])
    assert dialog.text.canInsertFromMimeData(data)
    dialog.text.insertFromMimeData(data)
    qtbot.waitUntil(lambda: dialog.text.text == "外资增长-4%。")
    for name, said in (("gone.txt", "gone.txt could not be opened"), ("c.pdf", "c.pdf is a PDF file")):
        if name == "c.pdf":
            (tmp_path / name).write_bytes(b"%PDF-1.7")
        seen = answer(lambda box: box.reject())
        dialog.open_path(tmp_path / name)
        qtbot.waitUntil(lambda seen=seen: bool(seen))
        assert seen[0].sentence.text().startswith(said)
    assert dialog.text.text == "外资增长-4%。"


def test_a_long_text_leaves_the_window_alive(dialog, qtbot):
    dialog.text.show_text(BULLETIN * (100_000 // len(BULLETIN)))
    beats, clock, beat = [], QElapsedTimer(), QTimer(interval=20)
    clock.start()
    beat.timeout.connect(lambda: beats.append(clock.restart()))
    beat.start()
    qtbot.waitUntil(lambda: len(dialog.proof.claims) > 2_000, timeout=30_000)
    beat.stop()
    assert max(beats) < 500
    QTest.keyClick(dialog.text, Key.Key_F8)
    assert selected(dialog) == "6.6%"


def test_the_command_opens_it_and_keeps_the_text(window, answer, qtbot):
    def type_and_close(box):
        QTest.keyClicks(box.text, "74%")
        box.reject()

    assert window.commands.action("proof").shortcut().toString() == "Shift+F7"
    seen = answer(type_and_close)
    window.commands.action("proof").trigger()
    assert isinstance(seen[0], ProofDialog)
    texts = []
    answer(lambda box: (texts.append(box.text.text), box.reject()))
    window.commands.action("proof").trigger()
    assert texts == ["74%"]


def test_the_programs_own_bulletin_has_nothing_to_mend(program, qtbot, tmp_path, answer):
    path = tmp_path / "sample.tracker"
    make_sample(path)
    program.session.open(path)
    page = program.window.turn_to("bulletin")
    qtbot.waitUntil(lambda: page.shown is not None)
    read = []

    def look(box):
        qtbot.waitUntil(lambda: box.proof is not None and bool(box.proof.claims))
        read.append((len(box.proof.claims), box.proof.is_clean))
        box.reject()

    answer(look)
    QTest.mouseClick(page.bar.buttons["Proof-read"], Qt.MouseButton.LeftButton)
    assert read[0][0] > 10
    assert read[0][1]
