"""The table of the entry page: the grid, the county's total under it, and the scroll bars of both."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QGridLayout, QScrollBar, QVBoxLayout, QWidget

from tracker.i18n import tr
from tracker.ui.models.entry_model import EntryModel
from tracker.ui.models.entry_total import EntryTotal
from tracker.ui.theme import row_height
from tracker.ui.views.entry_widths import names_width
from tracker.ui.widgets.figure_grid import FigureGrid
from tracker.ui.widgets.frozen_grid import bind
from tracker.ui.widgets.total_row import Fill, TotalRow


class EntryTable(QWidget):
    """The scroll bars are outside of both views, so that the two are equally wide."""

    def __init__(self, model: EntryModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.grid = FigureGrid(model, model)
        county = EntryTotal(model)
        self.total = TotalRow(county, county, self.grid)
        self.down, self.across = QScrollBar(Qt.Orientation.Vertical), QScrollBar(Qt.Orientation.Horizontal)
        self._over_bar = QWidget()
        self._under = (Fill("text2", height=2), self.total, Fill("total"))
        self._compact = False
        self.grid.setAccessibleName(tr("Entry"))
        self.grid.names.setAccessibleName(tr("Unit"))
        for part in (self.total, self.total.names):
            part.setAccessibleName(tr("County total"))
        self._lay_out()

    def _lay_out(self) -> None:
        bind(self.down, self.grid.verticalScrollBar())
        bind(self.across, self.grid.horizontalScrollBar())
        beside = QVBoxLayout()
        beside.addWidget(self._over_bar)
        beside.addWidget(self.down, 1)
        self._sheet = QGridLayout(self)
        self._sheet.setContentsMargins(0, 0, 0, 0)
        self._sheet.setSpacing(0)
        self._sheet.addWidget(self.grid, 0, 0, 1, 2)
        self._sheet.addLayout(beside, 0, 2)
        rule, total, corner = self._under
        self._sheet.addWidget(rule, 1, 0, 1, 3)
        self._sheet.addWidget(total, 2, 0, 1, 2)
        self._sheet.addWidget(corner, 2, 2)
        self._sheet.addWidget(self.across, 3, 1)
        self._sheet.setColumnStretch(1, 1)

    def set_density(self, compact: bool) -> None:
        """Use low rows, or high ones."""
        self._compact = compact
        self.measure()

    def measure(self) -> None:
        """Set the height of the rows and the width of the names, and show the county's total where there is one."""
        row, names = row_height(compact=self._compact), names_width(self._model, self.grid.editing.kit)
        self.grid.set_measures(row, names)
        self.total.set_measures(row, names)
        self._over_bar.setFixedHeight(2 * row)
        self._sheet.setColumnMinimumWidth(0, names)
        has_total = self._model.sheet is not None and self._model.sheet.has_total
        for widget in self._under:
            widget.setVisible(has_total)

    def changeEvent(self, event: QEvent) -> None:
        """Another scheme, another type: what is painted with changes too."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange):
            for delegate in (self.grid.delegate, self.total.delegate):
                delegate.forget_kit()
