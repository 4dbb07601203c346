from __future__ import annotations

import getpass

import pytest

from tracker.store.system_user import system_user


def test_the_login_name_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "李会计")
    assert system_user() == "李会计"


@pytest.mark.parametrize("fault", [KeyError("getpwuid(): uid not found: 1234"), OSError("No username set"), ImportError("pwd")])
def test_a_user_without_a_name_is_a_question_mark(monkeypatch: pytest.MonkeyPatch, fault: Exception) -> None:
    def nobody() -> str:
        raise fault

    monkeypatch.setattr(getpass, "getuser", nobody)
    assert system_user() == "?"


def test_a_name_that_is_not_utf8_can_still_be_stored(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(getpass, "getuser", lambda: "\udcc0")
    assert system_user() == "?"
    monkeypatch.setattr(getpass, "getuser", str)
    assert system_user() == "?"
