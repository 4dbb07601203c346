"""What a tab shows while it has nothing to show: a sentence and the buttons that lead on, at the top left, no drawing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton, QWidget

from tracker.ui import theme
from tracker.ui.theme import dp
from tracker.ui.widgets.building import column, label, row
from tracker.ui.widgets.setup_bar import push_button


class EmptyTab(QWidget):
    """`buttons` are (words, call) pairs; the first is the one that most want."""

    def __init__(self, sentence: str, buttons: list[tuple[str, Callable[[], object]]]) -> None:
        super().__init__()
        self.sentence = label(sentence, wraps=True)
        self.sentence.setFont(theme.font(14))
        self.buttons: list[QPushButton] = [push_button(text, call) for text, call in buttons]
        outer = column(self, margin=dp(20), gap=dp(12))
        outer.addWidget(self.sentence)
        line = row(gap=dp(8))
        for button in self.buttons:
            line.addWidget(button)
        line.addStretch(1)
        outer.addLayout(line)
        outer.addStretch(1)
        if self.buttons:
            self.setFocusProxy(self.buttons[0])
