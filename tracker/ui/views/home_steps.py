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
        self.print = QPushButton(tr("Print the month…"))
        self.print.setAutoDefault(False)
        self.next = QPushButton()
        self.next.setProperty("role", "primary")
        self.next.setAutoDefault(False)
        self.flow.push()
        self.flow.addWidget(self.print)
        self.flow.addWidget(self.next)
        self.print.clicked.connect(lambda: self.asked.emit("print_month"))
        self.next.clicked.connect(self._ask_for_next)

    def _step(self, number: int, title: str, command: str) -> StepButton:
        button = StepButton(number, title)
        button.clicked.connect(lambda: self.asked.emit(self._of_now(command)))
        self.flow.addWidget(button)
        return button

    def _ask_for_next(self) -> None:
        self.asked.emit(self._of_now("publish"))

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
            self.next.setText(tr("Corrections…"))
        else:
            self.publish.tell(tr("locks month {number}", number=number), Stage.AHEAD)
            self.next.setText(tr("Publish month {number}…", number=number))
        self.next.setEnabled(writable or summary.published)


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
