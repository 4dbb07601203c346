"""Choose a county of the country: province, city, county one after the other, or by a part of a name or its initials."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QListWidget, QListWidgetItem, QWidget

from tracker.domain.divisions import County, Found, divisions
from tracker.i18n import tr
from tracker.ui.theme import dp
from tracker.ui.widgets.building import column, label, named, row

ROW, LEAST_ROWS = 26, 5
HIT = Qt.ItemDataRole.UserRole


class DivisionChoice(QWidget):
    """Typing searches; ↓ goes to what was found, Enter takes it."""

    chosen = Signal(object)
    """A County."""

    def __init__(self) -> None:
        super().__init__()
        self.search = named(QLineEdit(), tr("Search for a county or town"))
        self.search.setPlaceholderText(tr("Part of a name, or its initials in pinyin"))
        self.province, self.city, self.county = (
            named(QComboBox(), words) for words in (tr("Province"), tr("City"), tr("County"))
        )
        self.found = named(QListWidget(), tr("Found"))
        self.hint = label(name="note", wraps=True)
        self._counties: tuple[County, ...] = ()
        self._lay_out()
        self.search.textChanged.connect(self._find)
        self.search.returnPressed.connect(lambda: self._take(self.found.item(0)))
        self.search.installEventFilter(self)
        self.found.itemActivated.connect(self._take)
        self.found.itemClicked.connect(self._take)
        self.province.activated.connect(self._offer_cities)
        self.city.activated.connect(self._offer_counties)
        self.county.activated.connect(self._choose)
        self._fill(self.province, divisions().provinces, tr("Choose a province"))
        self._offer_cities()
        self._find("")

    def _lay_out(self) -> None:
        outer = column(self, gap=dp(8))
        line = row(gap=dp(8))
        for box in (self.province, self.city, self.county):
            box.setMinimumWidth(dp(96))
            line.addWidget(box, 1)
        outer.addLayout(line)
        outer.addWidget(self.search)
        outer.addWidget(self.found, 1)
        outer.addWidget(self.hint)
        self.found.setMinimumHeight(dp(ROW * LEAST_ROWS))
        self.setFocusProxy(self.search)

    @staticmethod
    def _fill(box: QComboBox, names: tuple[str, ...], nothing: str) -> None:
        box.clear()
        box.addItem(nothing)
        box.addItems(names)
        box.setEnabled(bool(names))

    def _offer_cities(self) -> None:
        cities = divisions().cities(self.province.currentText()) if self.province.currentIndex() > 0 else ()
        names = tuple(city or tr("directly under the province") for city in cities)
        self._fill(self.city, names, tr("Choose a city"))
        if len(names) == 1:
            self.city.setCurrentIndex(1)
        self._offer_counties()

    def _offer_counties(self) -> None:
        at, province = self.city.currentIndex() - 1, self.province.currentText()
        self._counties = divisions().of_city(province, divisions().cities(province)[at]) if at >= 0 else ()
        self._fill(self.county, tuple(county.name for county in self._counties), tr("Choose a county"))

    def _choose(self, at: int) -> None:
        if at > 0:
            self.chosen.emit(self._counties[at - 1])

    def _find(self, text: str) -> None:
        self.found.clear()
        hits = divisions().find(text)
        for hit in hits:
            item = QListWidgetItem(_words(hit), self.found)
            item.setData(HIT, hit)
            item.setSizeHint(QSize(0, dp(ROW)))
        if text.strip() and not hits:
            self.hint.setText(tr("Nothing of that name was found. The list is as of 2023; paste the names instead."))
        else:
            self.hint.setText(tr("All 41,278 townships of the country are here, without a network."))
        self.hint.setVisible(not hits)

    def _take(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        county = item.data(HIT).county
        self.province.setCurrentText(county.province)
        self._offer_cities()
        self.city.setCurrentIndex(1 + divisions().cities(county.province).index(county.city))
        self._offer_counties()
        self.county.setCurrentIndex(1 + self._counties.index(county))
        self.chosen.emit(county)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """↓ in the search field goes into the list."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Down
            and self.found.count()
        ):
            self.found.setFocus()
            self.found.setCurrentRow(0)
            return True
        return super().eventFilter(watched, event)


def _words(hit: Found) -> str:
    return f"{hit.town}  ({hit.county.path})" if hit.town else hit.county.path
