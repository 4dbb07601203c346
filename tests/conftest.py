"""What every test starts from: English, no screen, settings of its own, and no window left behind."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import hypothesis
import pytest

hypothesis.settings.register_profile("project", deadline=None, derandomize="CI" in os.environ)  # a busy machine is no failure
hypothesis.settings.load_profile("project")

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # QT_QPA_PLATFORM=xcb shows the windows, on Xvfb where it is installed
os.environ["TRACKER_LANGUAGE"] = "en"  # for the programs that tests start, too

ROOT = Path(__file__).resolve().parent.parent
GOLDEN = Path(__file__).resolve().parent / "golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew; review them as a diff")


def pytest_xvfb_disable() -> bool:
    """Without a wish for a display no X server is started."""
    return os.environ["QT_QPA_PLATFORM"] == "offscreen"


@pytest.fixture(scope="session")
def update_golden(request: pytest.FixtureRequest) -> bool:
    """True when the golden files are to be written anew."""
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture
def golden(update_golden: bool) -> Callable[[str, str], None]:
    """`golden(name, text)` compares `text` with the file tests/golden/<name>, or writes it when asked to."""

    def compare(name: str, text: str) -> None:
        file = GOLDEN / name
        if update_golden:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")
        assert text == file.read_text(encoding="utf-8"), f"{name} differs; if that is meant: pytest --update-golden"

    return compare


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of test books with the results they must give, which lies beside the project, not in it."""
    folder = ROOT.parent / "shared" / "data"
    if not folder.is_dir():
        pytest.skip("the folder ../shared/data with the test books is not beside the project")
    return folder


@pytest.fixture(autouse=True)
def empty_clipboard() -> Iterator[None]:
    """What a test copied goes: Qt's offscreen platform cannot outlive what Python left on its clipboard."""
    yield
    gui = sys.modules.get("PySide6.QtGui")
    if gui is not None and gui.QGuiApplication.instance() is not None:
        gui.QGuiApplication.clipboard().clear()


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings, log and the sample's copy go to a fresh folder; what the machine's user has is neither read nor changed."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("TRACKER_HOME", str(folder))
    return folder


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """The test reads the source's own words, and the language it may choose ends with it."""
    from tracker.i18n import use_language

    use_language("en")
    yield
    use_language("en")


@pytest.fixture(autouse=True)
def no_window_survives() -> Iterator[None]:
    """Fail where a window is still shown when a test is over, and close it for the next one's sake."""
    yield
    from PySide6.QtWidgets import QApplication

    if not isinstance(QApplication.instance(), QApplication):
        return
    left = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    described = [f"{type(widget).__name__} “{widget.windowTitle()}”" for widget in left]
    for widget in left:
        widget.close()
        widget.deleteLater()
    assert not described, f"windows left open: {', '.join(described)}"
