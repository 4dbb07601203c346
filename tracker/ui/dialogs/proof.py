"""校对通报: a bulletin's text, its own or another office's, with every claim recomputed from the numbers that stand beside it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFileDialog, QSplitter, QWidget

from tracker.errors import TrackerError
from tracker.exchange.proof.as_text import findings_text, summary
from tracker.exchange.proof.document import document_at
from tracker.i18n import tr
from tracker.metrics.proof.claim import Proof
from tracker.ui.dialogs.message import tell
from tracker.ui.dialogs.proof_bar import ProofBar
from tracker.ui.files import dropped_paths
from tracker.ui.models.proof_findings import Found
from tracker.ui.models.proof_reading import ReadText, read_text
from tracker.ui.session import Session
from tracker.ui.tasks import Task
from tracker.ui.theme import dp
from tracker.ui.widgets.building import column, label, room_for
from tracker.ui.widgets.proof_list import ProofList
from tracker.ui.widgets.proof_text import ProofText
from tracker.ui.widgets.total_row import Fill

SETTLED = 400
"""Milliseconds without a further key before the text is read again."""


class ProofDialog(QDialog):
    """The text at the left, what was found at the right; reading goes on in the background while one types."""

    def __init__(self, session: Session, parent: QWidget | None = None, *, text: str = "", month: int | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._reading: Task[ReadText] | None = None
        self._asked: tuple[str, object] | None = None
        self._found: tuple[Found, ...] = ()
        self.proof: Proof | None = None
        self.bar = ProofBar(month)
        self.text = ProofText()
        self.list = ProofList()
        self.state = label(name="proofState")
        self._soon = QTimer(self, singleShot=True, interval=SETTLED)
        self._lay_out()
        self._connect()
        self.text.show_text(text)
        self.text.setFocus()
        self._read()

    def _lay_out(self) -> None:
        self.setWindowTitle(tr("Proof-read a bulletin"))
        self.setAcceptDrops(True)
        self.resize(room_for(self, 1280, 800))
        parts = QSplitter(Qt.Orientation.Horizontal)
        for part, stretch in ((self.text, 6), (self.list, 5)):
            parts.addWidget(part)
            parts.setStretchFactor(parts.count() - 1, stretch)
        parts.setChildrenCollapsible(False)
        parts.setSizes([dp(700), dp(580)])
        outer = column(self)
        outer.addWidget(self.bar)
        outer.addWidget(parts, 1)
        outer.addWidget(Fill("line2", height=1))
        outer.addWidget(self.state)
        self.state.setMargin(dp(6))

    def _connect(self) -> None:
        self._soon.timeout.connect(self._read)
        self.text.textChanged.connect(self._soon.start)
        self.text.dropped.connect(self.open_path)
        self.text.pointed.connect(self._point)
        self.list.chosen.connect(self.text.take_in_hand)
        self.list.opened.connect(lambda _found: self.text.setFocus())
        self.bar.open.clicked.connect(self._ask_and_open)
        self.bar.paste.clicked.connect(self._paste)
        self.bar.copy.clicked.connect(self._copy)
        self.bar.next.clicked.connect(lambda: self.list.step(1))
        self.bar.before.clicked.connect(lambda: self.list.step(-1))
        self.bar.month.picked.connect(lambda _month: self._read())
        self.bar.listed.picked.connect(lambda _all: self._list())
        for key, step in (("F8", 1), ("Shift+F8", -1)):
            QShortcut(QKeySequence(key), self).activated.connect(lambda step=step: self.list.step(step))
        QShortcut(QKeySequence.StandardKey.Open, self).activated.connect(self._ask_and_open)

    def _read(self) -> None:
        """Read the text in the background; what was begun before is given up."""
        self._soon.stop()
        text, month = self.text.text, self.bar.month.value
        if self._asked == (text, month):
            return  # marking it is a change of the document, too
        self._asked = (text, month)
        if self._reading is not None:
            self._reading.cancel()
        self.state.setText(tr("Reading…"))
        given = month if isinstance(month, int) else None
        self._reading = self._session.tasks.run("", lambda progress: read_text(text, given, progress), quiet=True)
        self._reading.returned.connect(self._show)

    def _show(self, read: ReadText) -> None:
        if read.text != self.text.text:
            return  # typed on meanwhile: it is read again soon
        self.proof, self._found = read.proof, read.found
        in_hand = self.list.in_hand
        self.text.show_found(read)
        self.state.setText(summary(self.proof))
        self.bar.tell(needs_a_look=any(found.needs_a_look for found in self._found), found=bool(self._found))
        self._list()
        if in_hand is not None and in_hand in self._found:
            self.list.take_in_hand(in_hand)

    def _list(self) -> None:
        """List what is to be listed."""
        shown = [found for found in self._found if self.bar.listed.value or found.needs_a_look]
        if not self.text.text.strip():
            nothing = tr("Nothing to read yet.")
        elif self._found:
            nothing = tr("Everything that could be recomputed is right.")
        else:
            nothing = tr("No figure was found whose numbers stand beside it.")
        self.list.show_found(shown, nothing)

    def _point(self, found: Found | None) -> None:
        """The cursor came to a finding: show it in the list, and what it follows from."""
        if found is not None:
            if not found.needs_a_look and not self.bar.listed.value:
                self.bar.listed.choose(True)
                self._list()
            self.list.take_in_hand(found)
            self.text.take_in_hand(found, move=False)

    def _ask_and_open(self) -> None:
        kinds = tr("Bulletins (*.docx *.txt);;All files (*)")
        chosen, _kind = QFileDialog.getOpenFileName(self, tr("Open a bulletin"), str(self._session.folder()), kinds)
        if chosen:
            self.open_path(Path(chosen))

    def open_path(self, path: Path) -> None:
        """Read the file's text in the background and show it in place of what is there."""
        task = self._session.tasks.run(tr("Opening {name}", name=path.name), lambda _progress: document_at(path))
        self.state.setText(tr("Opening {name}", name=path.name))
        task.returned.connect(self.text.show_text)
        task.failed.connect(self._refuse)

    def _refuse(self, error: TrackerError) -> None:
        self.state.setText("" if self.proof is None else summary(self.proof))
        tell(self, str(error))

    def _paste(self) -> None:
        """The clipboard's text in place of what is there; one step of the text's own undo."""
        self.text.selectAll()
        self.text.paste()
        self.text.setFocus()

    def _copy(self) -> None:
        """What is to be mended, as text for whoever wrote it."""
        if self.proof is not None:
            QGuiApplication.clipboard().setText("".join(findings_text(self.proof)))
            self.state.setText(tr("Copied: what is to be mended, to be sent to its author."))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_paths(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = dropped_paths(event.mimeData())
        if paths:
            event.acceptProposedAction()
            self.open_path(paths[0])

    def done(self, result: int) -> None:
        """Closing gives up what is being read."""
        self._soon.stop()
        if self._reading is not None:
            self._reading.cancel()
        super().done(result)
