"""How many are named at either end of a group, group by group, and in how many reviews running."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QSpinBox, QWidget

from tracker.domain.list_rules import ListRules
from tracker.domain.unit import Group, GroupId
from tracker.i18n import tr
from tracker.store.list_rules import LARGEST
from tracker.ui.theme import dp
from tracker.ui.widgets.building import named

MONTHS = 12


class ListSizesForm(QWidget):
    """A group's own number is left at “as above” where it has none."""

    changed = Signal()

    def __init__(self, now: ListRules, groups: Sequence[Group]) -> None:
        super().__init__()
        self.usual = _number(now.size, 1, LARGEST, tr("How many are named at either end of a group"))
        self.reviews = _number(now.reviews, 1, MONTHS, tr("Reviews running"))
        self.sizes: dict[GroupId, QSpinBox] = {}
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        form.setHorizontalSpacing(dp(16))
        form.setVerticalSpacing(dp(8))
        form.addRow(tr("Named at either end of a group, as usual"), self.usual)
        for group in groups:
            field = _number(now.sizes.get(group.id, 0), 0, LARGEST, tr("How many are named in {group}", group=group.name))
            field.setSpecialValueText(tr("as above"))
            self.sizes[group.id] = field
            form.addRow(tr("in {group}", group=group.name), field)
        form.addRow(tr("Last again and again: among the last in so many reviews running"), self.reviews)
        for field in (self.usual, self.reviews, *self.sizes.values()):
            field.valueChanged.connect(self.changed)

    @property
    def own_sizes(self) -> dict[GroupId, int]:
        """The groups that have a number of their own."""
        return {group: field.value() for group, field in self.sizes.items() if field.value()}

    def set_writable(self, on: bool) -> None:
        """Whether anything can be changed."""
        for field in (self.usual, self.reviews, *self.sizes.values()):
            field.setEnabled(on)


def _number(value: int, least: int, most: int, name: str) -> QSpinBox:
    field = named(QSpinBox(), name)
    field.setRange(least, most)
    field.setValue(value)
    field.setMinimumWidth(dp(88))
    return field
