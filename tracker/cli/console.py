"""The terminal: its language, its encoding, and where a command's output goes."""

from __future__ import annotations

import gettext
import io
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tracker.i18n import language, mark, system_language, use_language
from tracker.resources import resource

CLICKS_WORDS = (
    mark("Usage:"),
    mark("Options"),
    mark("Commands"),
    mark("Positional arguments"),
    mark("Show this message and exit."),
    mark("Show the version and exit."),
    mark("Aborted!"),
    mark("Error: {message}"),
    mark("Try '{command} {option}' for help."),
    mark("Missing argument"),
    mark("Missing option"),
    mark("No such option {name!r}."),
    mark("No such command {name!r}."),
    mark("Invalid value: {message}"),
    mark("Invalid value for {param_hint}: {message}"),
)
"""What click itself says, so that it is translated with the rest: click asks gettext for the words."""


def speak() -> None:
    """Speak the system's language from now on, click's own messages too."""
    use_language(system_language())
    os.environ["LANGUAGE"] = language()
    gettext.bindtextdomain("tracker", str(resource("i18n")))
    gettext.textdomain("tracker")


def prepare_console() -> None:
    """Make standard output and errors able to carry Chinese: UTF-8 on Windows, what cannot be shown escaped elsewhere."""
    for stream in (sys.stdout, sys.stderr):
        if not isinstance(stream, io.TextIOWrapper):
            continue  # a program without a console has None
        if sys.platform == "win32":
            stream.reconfigure(encoding="utf-8")
        else:
            stream.reconfigure(errors="backslashreplace")


def write_text(parts: Iterable[str], path: Path | None, *, encoding: str = "utf-8") -> None:
    """Write text to standard output, or whole or not at all to `path`."""
    if path is None:
        sys.stdout.writelines(parts)
        sys.stdout.flush()
        return
    from tracker.store.disk import whole_file

    with _of(path), whole_file(path) as part, part.open("w", encoding=encoding, newline="") as file:
        file.writelines(parts)


def write_bytes(content: bytes, path: Path | None) -> None:
    """Write bytes to standard output, or whole or not at all to `path`."""
    if path is None:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    from tracker.store.disk import whole_file

    with _of(path), whole_file(path) as part:
        part.write_bytes(content)


def write_documents(contents: Sequence[bytes], path: Path | None) -> None:
    """Write one to standard output or to `path`, the others (pictures of further pages) beside it: sheet.png, sheet-2.png."""
    for at, content in enumerate(contents, 1):
        write_bytes(content, path if path is None or at == 1 else path.with_stem(f"{path.stem}-{at}"))


@contextmanager
def _of(path: Path) -> Iterator[None]:
    """Let an error of the disk name the file that is wanted, not its part."""
    try:
        yield
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error
