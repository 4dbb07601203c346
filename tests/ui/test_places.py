from pathlib import Path

from tracker.ui import places


def test_one_folder_holds_everything_where_it_is_named(own_home):
    for path in (places.settings_file(), places.log_file(), places.sample_book()):
        assert path.is_relative_to(own_home)
    assert places.documents() == own_home


def test_without_it_the_system_decides(monkeypatch):
    monkeypatch.delenv("TRACKER_HOME")
    for path in (places.settings_file(), places.log_file(), places.sample_book()):
        assert path.is_absolute()
        assert "county-tracker" in path.parts
    assert places.documents().is_dir()


def test_a_missing_documents_folder_falls_back_to_home(monkeypatch, tmp_path):
    monkeypatch.setenv("TRACKER_HOME", str(tmp_path / "nowhere"))
    assert places.documents() == Path.home()
