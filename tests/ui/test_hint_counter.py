import pytest

from tracker.ui.widgets.hint_counter import HintCounter


@pytest.fixture
def counter(qtbot):
    made = HintCounter()
    qtbot.addWidget(made)
    made.show()
    return made


def test_hints_are_counted_in_amber_and_told_apart_in_the_tip(counter):
    counter.show_count(3, 1)
    assert (counter.text(), counter.role) == ("3 hints", "warn")
    assert counter.toolTip() == (
        "2 figures to look at again, 1 cells that could not be read. Press to see them; F8 goes from one to the next."
    )


def test_unreadable_cells_alone_are_red(counter):
    counter.show_count(2, 2)
    assert counter.role == "bad"
    assert counter.toolTip().startswith("2 cells that could not be read.")


def test_without_a_hint_there_is_no_button(counter):
    counter.show_count(0, 0)
    assert not counter.isVisible()
    counter.show_count(1, 0)
    assert counter.isVisible()


def test_its_words_are_painted_and_fit(counter, qtbot):
    counter.show_count(1, 1)
    narrow = counter.sizeHint().width()
    counter.show_count(1234, 0)
    assert counter.sizeHint().width() > narrow
    counter.resize(counter.sizeHint())
    picture = counter.grab().toImage()
    assert len({picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())}) > 2
