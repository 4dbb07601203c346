"""The words on paper. They are the county's, in Chinese, whoever prints them: a published month prints the same for ever."""

from __future__ import annotations

import gettext
from functools import cache

from tracker.resources import resource

LANGUAGE = "zh_CN"
_BREAKS = dict.fromkeys(map(ord, "\t\n\v\f\r\x85\u2028\u2029"), " ")


def tr(source: str, /, **values: object) -> str:
    """The sentence in the paper's language, its {placeholders} filled with `values`."""
    text = _catalogue().gettext(source)
    return text.format(**values) if values else text


def one_line(text: str) -> str:
    """A name or a note without the line breaks and tabs that pasting may have brought along."""
    return text.translate(_BREAKS).strip()


@cache
def _catalogue() -> gettext.NullTranslations:
    return gettext.translation("tracker", resource("i18n"), [LANGUAGE], fallback=True)
