"""Every page and every dialog of the program, by name, over the book that is open: for what must hold of all of them."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QDialog

from tests.ui.intake.batches import a_batch, show_batch
from tracker.domain.hint import HintRules
from tracker.domain.month_documents import DocumentKind
from tracker.domain.print_setup import Paper
from tracker.domain.sender_word import SenderWord, WordKind
from tracker.exchange.problems import Problem
from tracker.metrics.reporting import UnitReport, month_reports
from tracker.store.sender_words import explain_word
from tracker.ui import places
from tracker.ui.dialogs.about import AboutDialog, KeysDialog
from tracker.ui.dialogs.accept_hint import AcceptHintDialog
from tracker.ui.dialogs.add_units import AddUnitsDialog
from tracker.ui.dialogs.adjustment import AdjustmentDialog
from tracker.ui.dialogs.arrange_columns import ArrangeColumns
from tracker.ui.dialogs.arrival import ArrivalDialog
from tracker.ui.dialogs.book_properties import BookPropertiesDialog, properties_of
from tracker.ui.dialogs.correct import CorrectDialog
from tracker.ui.dialogs.corrections import CorrectionsDialog
from tracker.ui.dialogs.crash_box import CrashBox
from tracker.ui.dialogs.document_preview import DocumentPreview
from tracker.ui.dialogs.exempt import ExemptDialog, Proposed
from tracker.ui.dialogs.exemptions import ExemptionsDialog
from tracker.ui.dialogs.hint_rules import HintRulesDialog
from tracker.ui.dialogs.list_rules import ListRulesDialog, RulesSetting
from tracker.ui.dialogs.make_forms import MakeFormsDialog
from tracker.ui.dialogs.merge_units import MergeUnitsDialog
from tracker.ui.dialogs.message import MessageDialog
from tracker.ui.dialogs.month_reports import MonthReportsDialog
from tracker.ui.dialogs.new_book import NewBookDialog
from tracker.ui.dialogs.new_year import NewYearDialog
from tracker.ui.dialogs.note import NoteDialog
from tracker.ui.dialogs.paste_special import PasteSpecialDialog
from tracker.ui.dialogs.preview_contents import Content
from tracker.ui.dialogs.print_month import Offered, PrintMonthDialog
from tracker.ui.dialogs.print_preview import Of, PrintPreview
from tracker.ui.dialogs.print_setup import PrintSetupDialog
from tracker.ui.dialogs.problems import ProblemsDialog
from tracker.ui.dialogs.proof import ProofDialog
from tracker.ui.dialogs.publish import PublishDialog
from tracker.ui.dialogs.question import QuestionDialog
from tracker.ui.dialogs.reason import ReasonDialog
from tracker.ui.dialogs.receipts import ReceiptsDialog
from tracker.ui.dialogs.sender_words import SenderWordsDialog
from tracker.ui.dialogs.template_fields import TemplateFieldsDialog
from tracker.ui.main_window import MainWindow
from tracker.ui.models.bulletin_shown import bulletin_bytes
from tracker.ui.models.entry_choice import Way
from tracker.ui.models.kept_rules import KeptRules
from tracker.ui.models.publishing import against
from tracker.ui.printing import Destination
from tracker.ui.views.entry_view import EntryView
from tracker.ui.views.setup_view import SetupView

TODAY = datetime.date(2026, 10, 9)
PROOFREAD = "1-9月，到位资金34.22亿元，完成年度目标任务50亿元的68.9%，落后序时进度6.6%。"
SENTENCE, NOTE = "One sentence that says what is asked.", "A note that says what follows from it."


def _page(name: str) -> Callable[[MainWindow], None]:
    def show(window: MainWindow) -> None:
        window.turn_to(name)

    return show


def _entry(way: Way, *commands: str) -> Callable[[MainWindow], None]:
    """The entry page that way round; then these commands of it."""

    def show(window: MainWindow) -> None:
        page = window.turn_to("entry")
        assert isinstance(page, EntryView)
        page.commands[f"turn_{way}"]()
        if page.explain.panel.isVisible():
            page.commands["explain"]()
        for command in commands:
            page.commands[command]()

    return show


def _setup(tab: int) -> Callable[[MainWindow], None]:
    def show(window: MainWindow) -> None:
        page = window.turn_to("setup")
        assert isinstance(page, SetupView)
        page.turn_to(page.tabs[tab])

    return show


def _scheme(window: MainWindow) -> None:
    _setup(4)(window)
    page = window.turn_to("setup")
    assert isinstance(page, SetupView)
    if page.scheme.editor is not None and page.scheme.editor.scheme is None:
        page.scheme.deeds.begin(1)


def _intake(window: MainWindow) -> None:
    page = show_batch(window, *a_batch())
    page.files.choose_row(4)


PAGES: dict[str, Callable[[MainWindow], None]] = {
    "home": _page("home"),
    "entry of a month": _entry(Way.UNITS_INDICATORS),
    "entry of an indicator": _entry(Way.UNITS_MONTHS),
    "entry of a unit": _entry(Way.INDICATORS_MONTHS),
    "entry with its panel": _entry(Way.UNITS_INDICATORS, "explain"),
    "entry with find and replace": _entry(Way.UNITS_INDICATORS, "replace_text"),
    "intake, empty": _page("intake"),
    "intake": _intake,
    "ranking": _page("ranking"),
    "lists": _page("lists"),
    "trends": _page("trends"),
    "bulletin": _page("bulletin"),
    "hints": _page("hints"),
    "units": _setup(0),
    "indicators": _setup(1),
    "targets": _setup(2),
    "plan": _setup(3),
    "scheme": _scheme,
    "points by hand": _setup(5),
    "journal": _page("journal"),
}
"""What shows the page in a window."""


def _new_book(step: int) -> Callable[[MainWindow], QDialog]:
    def make(window: MainWindow) -> QDialog:
        dialog = NewBookDialog(window, window.session.folder(), year=2026)
        dialog.turn_to(step)
        return dialog

    return make


def _exempt(window: MainWindow) -> QDialog:
    live = window.session.live
    assert live is not None
    return ExemptDialog(window, live.roster.units, live.indicators, Proposed(live.month))


def _list_rules(part: int) -> Callable[[MainWindow], QDialog]:
    def make(window: MainWindow) -> QDialog:
        live = window.session.live
        assert live is not None
        dialog = ListRulesDialog(window, KeptRules(), RulesSetting(live.groups, live.indicators, 9), lambda *_about: SENTENCE)
        dialog.turn_to(part)
        return dialog

    return make


def _report(window: MainWindow) -> UnitReport:
    session = window.session
    assert session.book is not None
    assert session.live is not None
    return month_reports(session.book, session.live, today=TODAY).reports[0]


def _publish(window: MainWindow) -> QDialog:
    session = window.session
    assert session.book is not None
    assert session.live is not None
    assert session.hints is not None
    return PublishDialog(window, session.live, against(session.book, session.live, session.hints.open(), today=TODAY))


def _columns(window: MainWindow) -> QDialog:
    page = window.turn_to("entry")
    assert isinstance(page, EntryView)
    assert page.model.sheet is not None
    return ArrangeColumns(page.grid, [(column, 80) for column in page.model.sheet.columns], movable=True)


def _merge(window: MainWindow) -> QDialog:
    session = window.session
    assert session.live is not None
    return MergeUnitsDialog(window, session.book, session.live.units[0], month=session.month)


def _document(window: MainWindow) -> QDialog:
    session = window.session
    assert session.book is not None
    document = bulletin_bytes(session.book.path, session.month, "pdf", today=TODAY)
    return DocumentPreview(session, document, name="Bulletin", parent=window)


def _print_month(window: MainWindow) -> QDialog:
    counts = dict.fromkeys(DocumentKind, 3)
    offered = Offered(window.session.month, counts, (DocumentKind.RANKING,), published=False, paper=Paper.FITTING)
    return PrintMonthDialog(window, offered, [Destination("laser", "Laser", default=True)], "")


def _cards(window: MainWindow) -> QDialog:
    live = window.session.live
    assert live is not None
    return PrintPreview(window.session, lead=live.indicators[0].id, parent=window, of=Of(Content.CARDS, (live.units[0].id,)))


def _problems(window: MainWindow) -> QDialog:
    problem = Problem("figures.csv", 7, "value", "This is no number.", "Write digits alone.")
    return ProblemsDialog(window, SENTENCE, [problem] * 3)


def _receipts(window: MainWindow) -> QDialog:
    return ReceiptsDialog(window.session, show_batch(window, *a_batch()).batch.taken(), window)


def _sender_words(window: MainWindow) -> QDialog:
    book = window.session.book
    assert book is not None
    with book.change("words"):
        explain_word(book, SenderWord(WordKind.BASIS, "To date", "cumulative"))
    return SenderWordsDialog(window.session, window)


DIALOGS: dict[str, Callable[[MainWindow], QDialog]] = {
    "about": lambda w: AboutDialog(w, places.settings_file(), places.log_file()),
    "keys": lambda w: KeysDialog(w, w.commands.commands),
    "properties": lambda w: BookPropertiesDialog(w, properties_of(w.session.book), read_only=False),
    "new book: name": _new_book(0),
    "new book: units": _new_book(1),
    "new book: indicators": _new_book(2),
    "new book: targets": _new_book(3),
    "new book: overview": _new_book(4),
    "arrival": lambda w: ArrivalDialog(w, _report(w), w.session.month, today=TODAY),
    "exempt": _exempt,
    "exemptions": lambda w: ExemptionsDialog(w.session, w),
    "rules of the lists": _list_rules(0),
    "rules of the lights": _list_rules(1),
    "rules of what is nothing": _list_rules(2),
    "reports": lambda w: MonthReportsDialog(w.session, w, today=TODAY),
    "publish": _publish,
    "correct": lambda w: CorrectDialog(w, w.session.book, w.session.live),
    "corrections": lambda w: CorrectionsDialog(w.session, w.session.book, w.session.live, w),
    "accept a hint": lambda w: AcceptHintDialog(w, [SENTENCE, NOTE]),
    "rules for hints": lambda w: HintRulesDialog(w, HintRules(), lambda _rules: 3, read_only=False),
    "note": lambda w: NoteDialog(w, "Ashby · Funds", NOTE),
    "points by hand": lambda w: AdjustmentDialog(w, w.session.book, lambda _entry: None, month=w.session.month),
    "paste special": PasteSpecialDialog,
    "columns": _columns,
    "add units": lambda w: AddUnitsDialog(w, ["Ashby"]),
    "merge units": _merge,
    "new year": lambda w: NewYearDialog(w, w.session.book, w.session.month.year),
    "proof": lambda w: ProofDialog(w.session, w, text=PROOFREAD),
    "fields of the template": TemplateFieldsDialog,
    "document preview": _document,
    "preview": lambda w: PrintPreview(w.session, lead=w.session.live.indicators[0].id, parent=w),
    "print the month": _print_month,
    "print set-up": lambda w: PrintSetupDialog(w.session, w),
    "preview of cards": _cards,
    "message": lambda w: MessageDialog(w, SENTENCE, NOTE),
    "question": lambda w: QuestionDialog(w, SENTENCE, NOTE, "Yes"),
    "reason": lambda w: ReasonDialog(w, SENTENCE, NOTE, "Yes"),
    "problems": _problems,
    "receipts": _receipts,
    "senders' words": _sender_words,
    "make forms": lambda w: MakeFormsDialog(w, w.session.live, w.session.folder()),
    "crash": lambda w: CrashBox(w, "Traceback", Path("log.txt")),
}
"""What makes the dialog over a window; who asks for it shows and closes it."""
