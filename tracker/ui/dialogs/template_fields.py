"""字段说明: the fields that a Word template of the bulletin may have, and how parts are repeated.

Chinese here is data: the fields' names, as they stand in a template.
"""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QWidget

from tracker.i18n import mark, tr
from tracker.ui import theme
from tracker.ui.dialogs.message import SELECTABLE
from tracker.ui.widgets.building import add_words, column, label, word_table

FIELDS = (
    ("{{ 红头 }}", mark("The red head: the letterhead of the office")),
    ("{{ 文号 }}", mark("The document’s number, may be blank")),
    ("{{ 标题 }}", mark("The title")),
    ("{{ 主送 }}", mark("To whom")),
    ("{{ 导语 }}", mark("The sentence that opens the text")),
    ("各章", mark("The chapters, each with its title and its paragraphs, as below")),
    ("附件说明", mark("The lines that name the annexes")),
    ("{{ 署名 }}", mark("The office")),
    ("{{ 成文日期 }}", mark("The date")),
    ("{{ 附表.附件 }}  {{ 附表.标题 }}", mark("The heading and the title of the annex’s table")),
    ("{{ 附表.截至 }}  {{ 附表.单位 }}", mark("As of when, and in which units of measure")),
    ("{{ 附表.表 }}", mark("The table, in a paragraph of its own")),
    ("附表.各注", mark("The notes under the table")),
    ("附图", mark("The charts, where there are any, with heading, title and pictures")),
)
LOOP = """{%p for 章 in 各章 %}
{{ 章.标题 }}
{%p for 段 in 章.各段 %}
{{ 段.题 }}{{ 段.文 }}
{%p endfor %}
{%p endfor %}

{%p if 文号 %}
{{ 文号 }}
{%p endif %}"""
SIZE = 800, 680


class TemplateFieldsDialog(QDialog):
    """A table of the fields, an example that can be copied; Enter and Esc close it."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Fields of the template"))
        self.table = word_table(tr("Fields of the template"), [tr("Field"), tr("What it is")])
        for name, meaning in FIELDS:
            add_words(self.table, [name, tr(meaning)])
        self.table.setColumnWidth(0, theme.dp(232))
        self.loop = label(LOOP)
        self.loop.setTextInteractionFlags(SELECTABLE)
        self.loop.setAccessibleName(tr("Repeated for each, and only where there is one"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setText(tr("Close"))
        buttons.rejected.connect(self.reject)
        outer = column(self, margin=theme.dp(20), gap=theme.dp(12))
        note = tr(
            "Save the template, edit it in WPS or Word, then replace the template by it. A field takes the form of the text"
            " around it; braces are those of the English keyboard."
        )
        outer.addWidget(label(note, name="note", wraps=True))
        outer.addWidget(self.table, 1)
        outer.addWidget(label(tr("Repeated for each, and only where there is one"), name="section"))
        outer.addWidget(self.loop)
        outer.addWidget(buttons)
        self.resize(*map(theme.dp, SIZE))
