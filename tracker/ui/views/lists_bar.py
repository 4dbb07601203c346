"""The bar of 榜单: what the lists go by, which are shown and of which group; rules, exemptions and copies at the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from tracker.i18n import tr
from tracker.ui.views.hints_bar import Bar, outlined
from tracker.ui.widgets.ranking_choice import LabelledCombo


class ListsBar(Bar):
    """The choices are widgets of their own, which the page fills."""

    def __init__(self) -> None:
        self.basis = LabelledCombo(tr("Lists go by"))
        self.kinds = LabelledCombo(tr("Shown lists"))
        self.groups = LabelledCombo(tr("Group"))
        self.rules = outlined(tr("Rules…"), "sliders-horizontal", tr("How many are named, which light is which, and more"))
        self.exemptions = outlined(tr("Exemptions…"), "shield-check", tr("Who is exempt from the black list, and why"))
        self.copy_text = outlined(tr("Copy text"), "chat-text", tr("What is shown in words, for a chat group"))
        self.copy_table = outlined(tr("Copy table"), "copy", tr("What is shown as a table, for WPS and Excel"))
        super().__init__(self.basis, self.kinds, self.groups, last=self._buttons)

    @property
    def _buttons(self) -> tuple[QWidget, ...]:
        return (self.rules, self.exemptions, self.copy_text, self.copy_table)

    def offer(
        self,
        bases: Sequence[tuple[object, str]],
        kinds: Sequence[tuple[object, str]],
        groups: Sequence[tuple[object, str]],
        *,
        chosen: tuple[object, object, object],
    ) -> None:
        """Fill the choices, with those in force chosen."""
        for combo, offered, value in zip((self.basis, self.kinds, self.groups), (bases, kinds, groups), chosen, strict=True):
            combo.offer(offered, value)

    def enable_copies(self, on: bool) -> None:
        """Whether there is anything to copy."""
        for button in (self.copy_text, self.copy_table):
            button.setEnabled(on)
