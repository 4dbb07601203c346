"""The style sheet of the window's own parts: month switch, counters, banner, popups. The rest of the chrome is the theme's."""

from __future__ import annotations

from dataclasses import fields
from string import Template

from tracker.ui import theme

_SHEET = Template("""
#navigation { background: $window; border-right: 1px solid $line2; }
#topBar { background: $window; border-bottom: 1px solid $line2; }
#monthSwitch { background: $base; border: 1px solid $ctrl; border-radius: ${p4}px; }
#monthSwitch QToolButton { border: 0; border-radius: ${p3}px; padding: 0; min-height: ${p30}px; }
#monthSwitch #month { border-left: 1px solid $line2; border-right: 1px solid $line2; border-radius: 0;
    font-size: ${p16}px; font-weight: 700; padding: 0 ${p16}px; }
#monthState { color: $accent; font-weight: 700; }
#monthState[published="true"] { color: $text2; }
#reported, #hints { background: $base; border: 1px solid $line2; padding: 0 ${p12}px; }
#reported:hover, #hints:hover { background: $hover; border-color: $ctrl; }
#findBox { min-height: ${p30}px; }
#banner { background: $warn_soft; border-bottom: 1px solid $line2; }
#banner QLabel { color: $text; }
#publishedBar { background: $group; border-bottom: 1px solid $line2; }
#statusBar { background: $window; border-top: 1px solid $line2; }
#statusBar QLabel { color: $text2; font-size: ${p12}px; }
#statusBar #saved { color: $good; }
#statusBar #saved[held="true"] { color: $text2; }
#statusBar QToolButton { color: $text2; font-size: ${p12}px; min-height: ${p20}px; padding: 0 ${p6}px; }
#statusBar QProgressBar { background: $line; border: 0; border-radius: ${p2}px; max-height: ${p4}px; min-height: ${p4}px; }
#statusBar QProgressBar::chunk { background: $accent; border-radius: ${p2}px; }
#popup { background: $base; border: 1px solid $ctrl; }
#popup QLabel { color: $text2; font-size: ${p12}px; }
#popup #heading { color: $text; font-size: ${p13}px; font-weight: 700; }
#popup QToolButton { border-radius: ${p4}px; padding: 0; }
#startView { background: $base; }
#startView #heading { color: $text; font-size: ${p18}px; font-weight: 700; }
#startView #sentence { color: $text2; font-size: ${p13}px; }
#startView #section { color: $text; font-size: ${p15}px; font-weight: 700; }
#startView QPushButton { min-height: ${p34}px; padding: 0 ${p18}px; }
#startView QPushButton[role="recent"] { background: transparent; border: 1px solid transparent; color: $accent;
    text-align: left; font-weight: 400; min-height: ${p28}px; padding: 0 ${p4}px; }
#startView QPushButton[role="recent"]:hover { background: $hover; border-color: $line2; }
#explainPanel { background: $base; border: 0; border-left: 1px solid $line2; }
#explainPanel QScrollArea, #explainBody { background: $base; border: 0; }
#explainPanel QLabel { color: $text; }
#explainPanel QLabel[tone="quiet"] { color: $text2; }
#reasonPanel, #reasonPanel QScrollArea, #reasonBody, #needsPanel { background: $base; border: 0; }
#reasonPanel QLabel, #needsPanel QLabel { color: $text; }
#reasonPanel QLabel[tone="quiet"], #needsPanel QLabel[tone="quiet"] { color: $text2; }
#explainPanel QLabel[tone="green"] { color: $good; }
#explainPanel QLabel[tone="yellow"] { color: $warn; }
#explainPanel QLabel[tone="red"] { color: $bad; }
#journalEntry { border-top: 1px solid $line2; }
#journalEntry #heading { color: $text; font-size: ${p15}px; font-weight: 700; }
#journalEntry #note { color: $text2; font-size: ${p12}px; }
#schemeTab QLabel, #schemeLine QLabel { color: $text2; }
#schemeTab QLabel[tone="strong"] { color: $text; font-weight: 700; }
#schemeTab QLabel[tone="green"] { color: $good; }
#schemeTab QLabel[tone="yellow"] { color: $warn; }
#schemeTab QLabel[tone="red"] { color: $bad; }
#schemeTab QLineEdit[wrong="true"] { background: $bad_soft; color: $bad; border-color: $bad; }
#schemeLines { background: $base; }
#sectionTitle { color: $text; font-size: ${p15}px; font-weight: 700; }
#sectionNote { color: $text2; font-size: ${p13}px; }
#bulletinNotes { color: $text2; font-size: ${p12}px; padding: ${p8}px ${p16}px; background: $calc;
    border-bottom: 1px solid $line2; }
#sectionEmpty { color: $text2; font-size: ${p13}px; padding: ${p8}px; }
#sectionRule { background: $line2; }
QPushButton[role="link"] { color: $accent; background: transparent; border: 1px solid transparent; font-weight: 400;
    min-height: ${p24}px; padding: 0 ${p4}px; }
QPushButton[role="link"]:hover { background: $hover; border-color: $line2; }
QDialog #sentence { font-size: ${p15}px; font-weight: 700; }
QDialog #note { color: $text2; }
QDialog #mistake { color: $bad; }
QDialog #section, #groupPanel #section { color: $text; font-weight: 700; }
""")


def window_sheet() -> str:
    """The style sheet in the colours and at the zoom in force."""
    colors = theme.colors()
    words = {field.name: getattr(colors, field.name).name() for field in fields(colors)}
    words |= {f"p{px}": str(theme.dp(px)) for px in range(1, 41)}
    return _SHEET.substitute(words)
