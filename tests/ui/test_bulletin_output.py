"""通报 goes out: Word, PDF, the preview, the office's template; and the clerk's way through a month's bulletin."""

from __future__ import annotations

import io

import pytest
from docx import Document
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.clerk import Clerk
from tracker.domain.office_text import OfficeTextKind
from tracker.domain.period import Month
from tracker.exchange.new_book import make_sample
from tracker.exchange.proof.document import document_at
from tracker.reports import wording
from tracker.reports.bulletin.template import template_of, usual_template
from tracker.store.office_texts import office_text
from tracker.ui.dialogs.document_preview import DocumentPreview
from tracker.ui.dialogs.proof import ProofDialog
from tracker.ui.dialogs.template_fields import TemplateFieldsDialog
from tracker.ui.printing import open_pdf
from tracker.ui.theme import Scheme

Key, Ctrl, Alt, Shift = (
    Qt.Key,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
PROBLEMS, NEXT_STEPS = OfficeTextKind.PROBLEMS, OfficeTextKind.NEXT_STEPS
SEPTEMBER, AUGUST = Month(2026, 9), Month(2026, 8)


@pytest.fixture
def chinese():
    """The paper's words are Chinese; without the compiled translations there is only English."""
    if wording.tr("Notes: ") == "Notes: ":
        pytest.skip("the translations are not compiled: make setup")


@pytest.fixture
def page(program, qtbot, tmp_path, chinese):
    """The page on the sample county's September."""
    path = tmp_path / "sample.tracker"
    make_sample(path)
    program.session.open(path)
    made = program.window.turn_to("bulletin")
    qtbot.waitUntil(lambda: made.shown is not None)
    return made


def template(*paragraphs):
    document = Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def deeds(page):
    return {text: (call, sensible) for text, call, sensible in page.output.template.deeds()}


def closes(answer, said):
    """The next message is closed; what it says goes into the list."""
    return answer(lambda box: (said.append((box.sentence.text(), box.note.text())), box.reject()))


def test_word_and_pdf_are_saved_with_what_is_being_typed(page, qtbot, tmp_path, answer):
    page.words.texts[PROBLEMS].setFocus()
    QTest.keyClicks(page.words.texts[PROBLEMS], "Too few projects.")
    said = []
    for ending in ("docx", "pdf"):
        path, count = tmp_path / f"out.{ending}", len(said)
        closes(answer, said)
        page.output.write(path, ending)
        qtbot.waitUntil(lambda count=count: len(said) > count, timeout=20_000)
        assert said[-1] == ("The bulletin is saved.", str(path))
    assert "Too few projects." in document_at(tmp_path / "out.docx")
    pdf = open_pdf((tmp_path / "out.pdf").read_bytes())
    assert any("Too few projects." in pdf.getAllText(page).text() for page in range(pdf.pageCount()))
    assert office_text(page.session.book, SEPTEMBER, PROBLEMS) == "Too few projects."


def test_a_file_that_cannot_be_written_is_told(page, qtbot, tmp_path, answer):
    said = []
    closes(answer, said)
    page.output.write(tmp_path / "nowhere" / "out.pdf", "pdf")
    qtbot.waitUntil(lambda: bool(said), timeout=20_000)
    assert "nowhere" in said[0][0] or "out.pdf" in said[0][0]


def test_the_print_command_previews_the_bulletin_while_its_page_is_in_front(page, qtbot, answer, tmp_path):
    window, seen, saved = page.window(), [], []

    def look(dialog):
        seen.append((type(dialog), dialog.paper.page_count, dialog.document[:5]))
        closes(answer, saved)
        dialog.save_to(tmp_path / "shown.pdf")
        dialog.reject()

    answer(look)
    window.commands.action("print").trigger()
    qtbot.waitUntil(lambda: bool(seen), timeout=20_000)
    assert seen[0][0] is DocumentPreview
    assert seen[0][1] > 2
    assert seen[0][2] == b"%PDF-"
    qtbot.waitUntil(lambda: bool(saved))
    assert (tmp_path / "shown.pdf").exists()


def test_a_sound_template_is_kept_used_and_given_back(page, qtbot, tmp_path, answer):
    own, book = template("内部资料", "{{ 标题 }}"), page.session.book
    assert not deeds(page)["Back to the usual template"][1]
    (tmp_path / "own.docx").write_bytes(own)
    page.output.template.replace(tmp_path / "own.docx")
    qtbot.waitUntil(lambda: template_of(book) == own, timeout=20_000)
    assert page.session.undo_label == "Template of the bulletin"
    said = []
    closes(answer, said)
    page.output.write(tmp_path / "out.docx", "docx")
    qtbot.waitUntil(lambda: bool(said), timeout=20_000)
    assert document_at(tmp_path / "out.docx").startswith("内部资料\n")
    call, sensible = deeds(page)["Back to the usual template"]
    assert sensible
    call()
    assert template_of(book) is None
    page.session.undo()
    assert template_of(book) == own


def test_a_broken_template_is_refused_and_names_the_field(page, qtbot, tmp_path, answer):
    said = []
    for name, content in (("broken.docx", template("{{ 标提 }}")), ("gone.docx", None)):
        if content is not None:
            (tmp_path / name).write_bytes(content)
        count = len(said)
        closes(answer, said)
        page.output.template.replace(tmp_path / name)
        qtbot.waitUntil(lambda count=count: len(said) > count, timeout=20_000)
    assert said[0] == (
        "broken.docx was not taken.",
        "There is no field “标提”. It stands in the paragraph “{{ 标提 }}”.",
    )
    assert said[1][1].startswith("gone.docx could not be opened")
    assert template_of(page.session.book) is None


def test_the_template_is_saved_to_be_edited(page, tmp_path, answer, qtbot):
    said = []
    closes(answer, said)
    page.output.template.save_to(tmp_path / "template.docx")
    qtbot.waitUntil(lambda: bool(said))
    assert (tmp_path / "template.docx").read_bytes() == usual_template()


def test_the_menu_offers_the_template_and_explains_its_fields(page, answer):
    seen = answer(lambda menu: menu.close())
    button = page.bar.template
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert [action.text() for action in seen[0].actions()] == list(deeds(page))
    seen = answer(lambda dialog: dialog.reject())
    deeds(page)["Fields of the template"][0]()
    assert isinstance(seen[0], TemplateFieldsDialog)
    assert seen[0].table.topLevelItemCount() == 14


def test_a_clerk_writes_the_months_bulletin_by_keyboard(page, qtbot, answer, tmp_path):
    window = page.window()
    clerk, book = Clerk(window, qtbot, answer), page.session.book
    clerk.press(Key.Key_3, held=Alt)
    clerk.press(Key.Key_7, held=Alt)
    assert window.pages.front is page
    clerk.press(Key.Key_Tab, Key.Key_Tab)  # from the text to the number, to the problems
    clerk.type("一是项目少。", Key.Key_Return)
    clerk.type("二是报送晚。", Key.Key_Tab)
    assert office_text(book, SEPTEMBER, PROBLEMS) == "一是项目少。\n二是报送晚。"
    clerk.press(Key.Key_Z, held=Ctrl)  # the field in hand has nothing of its own to take back
    assert office_text(book, SEPTEMBER, PROBLEMS) == ""
    clerk.press(Key.Key_Y, held=Ctrl)
    assert office_text(book, SEPTEMBER, PROBLEMS) == "一是项目少。\n二是报送晚。"
    clerk.press(Key.Key_PageUp, held=Ctrl)
    assert page.words.texts[PROBLEMS].toPlainText() == ""
    clerk.press(Key.Key_PageDown, held=Ctrl)
    assert page.words.texts[PROBLEMS].toPlainText() == "一是项目少。\n二是报送晚。"
    window.look.choose_scheme(Scheme.DARK)
    window.look.choose_scheme(Scheme.LIGHT)
    qtbot.waitUntil(lambda: page.shown is not None and "二是报送晚。" in page.text.toPlainText())
    read = []

    def proofread(dialog):
        assert isinstance(dialog, ProofDialog)
        qtbot.waitUntil(lambda: dialog.proof is not None and bool(dialog.proof.claims))
        QTest.keyClick(dialog, Key.Key_F8)
        read.append((dialog.proof.is_clean, dialog.list.nothing.text()))
        dialog.reject()

    answer(proofread)
    page.bar.buttons["Proof-read"].setFocus()
    clerk.press(Key.Key_Space)
    assert read == [(True, "Everything that could be recomputed is right.")]
    page.text.setFocus()
    clerk.press(Key.Key_A, held=Ctrl)
    clerk.press(Key.Key_C, held=Ctrl)
    assert "二是报送晚。" in QApplication.clipboard().text()
