"""The bar over the page 本月: the steps of the month's course, and the one thing that is next."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from tracker.i18n import tr
from tracker.metrics.reporting import Standing
from tracker.ui.models.home_month import HomeMonth
from tracker.ui.summary import MonthSummary
from tracker.ui.widgets.flow_layout import FlowBar
from tracker.ui.widgets.step_button import Stage, StepButton


class HomeSteps(FlowBar):
    """收数 → 核对 → 排名 → 通报 → 发布; each step is a button that leads to its place, by the name of a command."""

    asked = Signal(str)
    """The name of a command."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("The month's course"))
        self.collect = self._step(1, tr("Collect"), "reports")
        self.check = self._step(2, tr("Check"), "hints")
        self.rank = self._step(3, tr("Ranking"), "ranking")
        self.bulletin = self._step(4, tr("Bulletin"), "bulletin")
        self.publish = self._step(5, tr("Publish"), "publish")
        self._published = False
        self.other = QPushButton()
        self.other.setAutoDefault(False)
        self.next = QPushButton()
        self.next.setProperty("role", "primary")
        self.next.setAutoDefault(False)
        self.flow.push()
        self.flow.addWidget(self.other)
        self.flow.addWidget(self.next)
        self._commands = ("print_month", "publish")
        """What the two buttons ask for."""
        self.other.clicked.connect(lambda: self.asked.emit(self._commands[0]))
        self.next.clicked.connect(lambda: self.asked.emit(self._commands[1]))

    def _step(self, number: int, title: str, command: str) -> StepButton:
        button = StepButton(number, title)
        button.clicked.connect(lambda: self.asked.emit(self._of_now(command)))
        self.flow.addWidget(button)
        return button

    def _of_now(self, command: str) -> str:
        """A published month is not published again: the step leads to its corrections."""
        return "corrections" if command == "publish" and self._published else command

    def show_month(self, month: HomeMonth, summary: MonthSummary, *, writable: bool) -> None:
        """Say how far each step is."""
        self._published = summary.published
        owed = len(month.reports.standing(Standing.MISSING)) + len(month.reports.standing(Standing.ARRIVED))
        in_part = len(month.reports.standing(Standing.IN_PART))
        self.collect.tell(_collected(summary, owed, in_part), Stage.UNDER_WAY if owed or in_part else Stage.DONE)
        odd = len(month.checks)
        self.check.tell(tr("{count} hints", count=odd) if odd else tr("nothing to check"), Stage.UNDER_WAY if odd else Stage.DONE)
        ranked = bool(month.ends)
        self.rank.tell(tr("follows the figures") if ranked else tr("nothing ranked yet"), Stage.DONE if ranked else Stage.AHEAD)
        self.bulletin.tell(_written(month), _bulletin_stage(month))
        number = month.reports.month.number
        if summary.published:
            self.publish.tell(tr("figures are locked"), Stage.DONE)
        else:
            self.publish.tell(tr("locks month {number}", number=number), Stage.AHEAD)
        self._offer_next(month, writable=writable)

    def _offer_next(self, month: HomeMonth, *, writable: bool) -> None:
        """Publish; once that is done, write the bulletin where its words are missing, then print."""
        to_print = tr("Print the month…")
        if not self._published:
            self._commands = ("print_month", "publish")
            words = (to_print, tr("Publish month {number}…", number=month.reports.month.number))
        elif writable and month.ends and month.unwritten:
            self._commands, words = ("print_month", "bulletin"), (to_print, tr("Write the bulletin"))
        else:
            self._commands, words = ("corrections", "print_month"), (tr("Corrections…"), to_print)
        for button, text in zip((self.other, self.next), words, strict=True):
            button.setText(text)
        self.next.setEnabled(writable or self._published)


def _written(month: HomeMonth) -> str:
    if not month.ends:
        return tr("first the figures")
    return tr("problems, next steps to write") if month.unwritten else tr("words are written")


def _bulletin_stage(month: HomeMonth) -> Stage:
    if not month.ends:
        return Stage.AHEAD
    return Stage.UNDER_WAY if month.unwritten else Stage.DONE


def _collected(summary: MonthSummary, owed: int, in_part: int) -> str:
    count = f"{summary.reported}/{summary.listed}"
    if owed:
        return tr("{count}, {missing} missing", count=count, missing=owed)
    return tr("{count}, {in_part} in part", count=count, in_part=in_part) if in_part else tr("{count}, all there", count=count)
