"""Every word a person reads: English in the source, Chinese in resources/i18n (gettext)."""

from __future__ import annotations

import gettext
import locale
import os

from tracker.resources import resource

LANGUAGES = ("zh_CN", "en")

_current: gettext.NullTranslations = gettext.NullTranslations()
_language = "en"


def system_language() -> str:
    """The language to start in: TRACKER_LANGUAGE, else zh_CN where the system speaks Chinese, else en."""
    wanted = os.environ.get("TRACKER_LANGUAGE")
    if wanted in LANGUAGES:
        return wanted
    names = [os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE")]
    spoken = next((name for name in names if name), "") or (locale.getlocale()[0] or "")
    return "zh_CN" if spoken.lower().startswith(("zh", "chinese")) else "en"


def use_language(language: str) -> None:
    """Speak `language` ("zh_CN" or "en") from now on; raises ValueError for another."""
    global _current, _language
    if language not in LANGUAGES:
        raise ValueError(f"unknown language {language!r}")
    _language = language
    if language == "en":
        _current = gettext.NullTranslations()
    else:
        _current = gettext.translation("tracker", resource("i18n"), [language], fallback=True)


def language() -> str:
    """The language spoken now: "zh_CN" or "en"."""
    return _language


def tr(source: str, /, **values: object) -> str:
    """The sentence in the user's language, its {placeholders} filled with `values`."""
    text = _current.gettext(source) if source else ""
    return text.format(**values) if values else text


def mark(source: str, /) -> str:
    """Mark a constant for translation; it is translated by `tr` where it is shown."""
    return source
