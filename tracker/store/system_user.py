"""The name under which the system knows who is sitting there."""

from __future__ import annotations

import getpass


def system_user() -> str:
    """The login name; "?" where the system has none to tell (a container's numbered user, a service)."""
    try:
        name = getpass.getuser()
    except (OSError, KeyError, ImportError):  # which of them depends on the system and on Python's version
        return "?"
    return name.encode("utf-8", "replace").decode() or "?"
