import io
import sys

import pytest

from tracker.cli.console import prepare_console


def test_what_a_terminal_cannot_show_is_escaped(monkeypatch: pytest.MonkeyPatch) -> None:
    narrow = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stdout", narrow)
    monkeypatch.setattr(sys, "platform", "linux")
    prepare_console()
    print("镇", file=narrow, flush=True)
    assert narrow.buffer.getvalue() == b"\\u9547\n"


def test_windows_gets_utf8(monkeypatch: pytest.MonkeyPatch) -> None:
    ansi = io.TextIOWrapper(io.BytesIO(), encoding="cp936")
    monkeypatch.setattr(sys, "stdout", ansi)
    monkeypatch.setattr(sys, "platform", "win32")
    prepare_console()
    assert ansi.encoding == "utf-8"


def test_a_program_without_a_console_is_no_trouble(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    prepare_console()
