"""The ranking's tool bar and its choosers."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tracker.ui import theme
from tracker.ui.widgets.ranking_bar import Deed, RankingBar
from tracker.ui.widgets.ranking_choice import LabelledCombo
from tracker.ui.widgets.ranking_segments import Segments

GROUPS = [(None, "全县"), *((at, name) for at, name in enumerate(["一类乡镇", "二类乡镇", "街道", "园区", "县直单位"]))]


@pytest.fixture
def done() -> list[str]:
    return []


@pytest.fixture
def bar(qtbot: QtBot, qapp: QApplication, done: list[str]) -> Iterator[RankingBar]:
    theme.apply(qapp, theme.Scheme.LIGHT)
    names = ("复制图片", "复制表格", "导出 PDF", "打印")
    bar = RankingBar([Deed(name, "printer", name, lambda name=name: done.append(name)) for name in names])
    qtbot.addWidget(bar)
    bar.indicator.offer([(1, "实际到位省外资金")], 1)
    bar.sort.offer([("completion", "完成率")], "completion")
    bar.offer_targets([(1, "市下达")], 1)
    bar.offer_groups(GROUPS, None)
    bar.resize(1400, bar.height())
    with qtbot.waitExposed(bar):
        bar.show()
    yield bar
    bar.close()


def shown(bar: RankingBar) -> tuple[bool, list[str], bool]:
    """Whether the groups are buttons, which deeds have a button, whether there is a menu of them."""
    return bar.groups.isVisible(), [button.text() for button in bar.deeds if button.isVisible()], bar.more.isVisible()


def test_in_a_wide_window_everything_is_spread_out(bar: RankingBar) -> None:
    assert shown(bar) == (True, ["复制图片", "复制表格", "导出 PDF", "打印"], False)


def test_in_a_narrow_one_it_folds_and_the_last_deed_stays_longest(bar: RankingBar) -> None:
    seen = []
    for width in range(1400, 280, -20):
        bar.resize(width, bar.height())
        if shown(bar) not in seen:
            seen.append(shown(bar))
    assert seen[0] == (True, ["复制图片", "复制表格", "导出 PDF", "打印"], False)
    assert (True, ["打印"], True) in seen
    assert (False, ["打印"], True) in seen
    assert seen[-1] == (False, [], True)


def test_nothing_is_cut_off_while_it_folds(bar: RankingBar) -> None:
    for width in range(1400, 700, -20):
        bar.resize(width, bar.height())
        bar.layout().activate()
        assert bar.groups.isHidden() or bar.groups.width() >= bar.groups.sizeHint().width()


def test_the_menu_does_what_the_buttons_do(bar: RankingBar, done: list[str], qtbot: QtBot) -> None:
    for action in bar.more.menu().actions():
        action.trigger()
    qtbot.mouseClick(bar.deeds[-1], Qt.MouseButton.LeftButton)
    assert done == ["复制图片", "复制表格", "导出 PDF", "打印", "打印"]


def test_many_groups_are_a_list_at_once(bar: RankingBar) -> None:
    bar.offer_groups([(None, "全国"), *((at, f"第{at}组") for at in range(31))], 3)
    assert not bar.groups.isVisible()
    assert bar.group_list.value == 3


def test_the_set_of_targets_is_hidden_where_there_is_one(bar: RankingBar) -> None:
    assert bar.targets.isHidden()
    bar.offer_targets([(1, "市下达"), (2, "县自加压")], 2)
    assert bar.targets.currentText() == "县自加压"
    assert not bar.targets.isHidden()


@pytest.fixture
def host(qtbot: QtBot, qapp: QApplication) -> Iterator[QWidget]:
    """A window for a chooser to stand in."""
    theme.apply(qapp, theme.Scheme.LIGHT)
    host = QWidget()
    qtbot.addWidget(host)
    QHBoxLayout(host)
    host.resize(700, 60)
    with qtbot.waitExposed(host):
        host.show()
    yield host
    host.close()


def test_arrow_keys_move_between_segments(host: QWidget, qtbot: QtBot) -> None:
    segments = Segments("groups")
    host.layout().addWidget(segments)
    segments.offer(GROUPS, None)
    picked: list[object] = []
    segments.picked.connect(picked.append)
    qtbot.waitUntil(segments.isVisible)
    first = segments._buttons.button(0)
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Right)
    assert segments.value == 0
    assert picked == [0]


def test_a_combo_tells_only_what_a_user_picks(host: QWidget, qtbot: QtBot) -> None:
    combo = LabelledCombo("Indicator")
    host.layout().addWidget(combo)
    picked: list[object] = []
    combo.picked.connect(picked.append)
    combo.offer([("a", "Alpha"), ("b", "Beta")], "b")
    assert (combo.value, picked) == ("b", [])
    combo.offer([], "b")
    assert combo.value is None
    combo.offer([("a", "Alpha"), ("b", "Beta")], "a")
    qtbot.waitUntil(combo.isVisible)
    qtbot.keyClick(combo, Qt.Key.Key_Down)
    assert picked == ["b"]
    assert combo.accessibleName() == "Indicator"
    assert combo.toolTip() == "Beta"


def test_the_wheel_over_a_combo_changes_nothing(host: QWidget) -> None:
    combo = LabelledCombo("Indicator")
    host.layout().addWidget(combo)
    combo.offer([("a", "Alpha"), ("b", "Beta")], "a")
    down = QPoint(0, -120)
    none, plain = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    wheel = QWheelEvent(QPointF(5, 5), QPointF(5, 5), down, down, none, plain, Qt.ScrollPhase.NoScrollPhase, False)
    QApplication.sendEvent(combo, wheel)
    assert combo.value == "a"
