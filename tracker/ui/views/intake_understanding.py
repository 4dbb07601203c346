"""How the file in front was understood, on the page 收表; what is corrected there goes into the plan."""

from __future__ import annotations

from PySide6.QtCore import QObject

from tracker.exchange.submissions.plan import PlannedFile
from tracker.i18n import tr
from tracker.ui.intake_deeds import IntakeDeeds
from tracker.ui.models.intake_questions import About, Answer, questions
from tracker.ui.session import Session
from tracker.ui.widgets.understood_panel import UnderstoodPanel


class IntakeUnderstanding(QObject):
    """The panel and the file that it is about."""

    def __init__(self, session: Session, deeds: IntakeDeeds) -> None:
        super().__init__(deeds)
        self._session, self._deeds = session, deeds
        self._file: PlannedFile | None = None
        self.panel = UnderstoodPanel()
        self.panel.answered.connect(self.answer)

    def show_file(self, file: PlannedFile | None) -> None:
        """Ask about this file, of none about nothing; what is asked already stays."""
        if file is not None and file is self._file:
            return
        self._file, live = file, self._session.live
        if file is None or live is None:
            self.panel.show_questions("", [], note=tr("Choose a file to see how it was understood, and to correct it."))
            return
        about = About(live.units, live.indicators, self._session.month)
        asked = questions(file, self._deeds.batch.told.get(file.name), about)
        note = tr("Corrected words and columns are remembered for the sender.")
        why = file.remarks[0].reason if file.remarks and not asked else note
        self.panel.show_questions(file.understood.file.own_name, asked, note=why)

    def answer(self, answer: Answer) -> None:
        """Take a correction over; the plan is made anew."""
        if answer.word is not None:
            if not self._deeds.explain(answer.word):
                file, self._file = self._file, None
                self.show_file(file)  # as it was
        elif answer.told is not None and self._file is not None:
            self._deeds.tell(self._file.name, answer.told)
