from __future__ import annotations

import csv
import time
from pathlib import Path

import pytest

from tracker.domain.divisions import County, Divisions, Found, divisions

SMALL = Divisions(
    [
        County("510100", "四川省", "成都市", "青羊区", ("草市街道", "西御河街道")),
        County("510121", "四川省", "成都市", "金堂县", ("赵镇街道", "云溪镇")),
        County("500101", "重庆市", "", "万州区", ("长岭镇", "云溪乡")),
    ],
    {"C": "成重长草", "Q": "青庆", "Y": "羊云御", "X": "溪西", "Z": "镇赵重长", "J": "金", "S": "市四", "W": "万"},
)


def found(text: str) -> list[str]:
    return [hit.town or hit.county.name for hit in SMALL.find(text)]


def test_all_townships_of_the_country_are_carried(shared_data: Path) -> None:
    with (shared_data / "divisions.csv").open(encoding="utf-8-sig", newline="") as stream:
        given = [(row["county_code"], row["province"], row["county"], row["town"]) for row in csv.DictReader(stream)]
    carried = [(one.code, one.province, one.name, town) for one in divisions().counties for town in one.towns]
    assert len(carried) == 41_278
    different = [(one, other) for one, other in zip(carried, given, strict=True) if one != other]
    assert [(one[-1], other[-1]) for one, other in different] == [("㵲水街道", "?水街道")]


@pytest.mark.parametrize(
    ("text", "name"), [("㙍", "塘㙍镇"), ("㙦", "㙦"), ("䢺", "䢺"), ("wsjd", "㵲水街道"), ("TDZ", "塘㙍镇")]
)
def test_rare_characters_survive_and_are_found_by_their_initial(text: str, name: str) -> None:
    assert any(name in (hit.town or hit.county.name) for hit in divisions().find(text, most=5000))


def test_one_goes_from_province_to_city_to_county_to_towns() -> None:
    assert SMALL.provinces == ("四川省", "重庆市")
    assert SMALL.cities("四川省") == ("成都市",)
    assert SMALL.cities("重庆市") == ("",)
    assert [county.name for county in SMALL.of_city("四川省", "成都市")] == ["青羊区", "金堂县"]
    assert SMALL.of_city("重庆市", "")[0].towns == ("长岭镇", "云溪乡")


def test_a_path_leaves_out_the_city_that_is_not_there() -> None:
    assert [county.path for county in SMALL.counties[1:]] == ["四川省 成都市 金堂县", "重庆市 万州区"]


@pytest.mark.parametrize(
    ("text", "hits"),
    [
        ("青羊", ["青羊区"]),
        ("qy", ["青羊区"]),
        ("QY", ["青羊区"]),
        ("云溪", ["云溪镇", "云溪乡"]),
        ("yxz", ["云溪镇"]),
        ("云x", ["云溪镇", "云溪乡"]),
        ("成都", ["青羊区", "金堂县"]),
        ("cq", ["万州区"]),
        ("zl", []),
        ("成都 jt", []),
        ("成都 j", ["金堂县"]),
        ("成都 yx", ["云溪镇"]),
        ("", []),
        ("  ", []),
        ("(", []),
        ("u", []),
    ],
)
def test_names_are_found_by_a_part_or_by_their_initials(text: str, hits: list[str]) -> None:
    assert found(text) == hits


def test_a_character_with_two_readings_is_found_by_both() -> None:
    carried = divisions()
    for letters in ("csq", "zsq"):
        assert any(hit.county.name == "长寿区" for hit in carried.find(letters, most=500))


def test_a_county_whose_own_name_begins_so_comes_first() -> None:
    names = [hit.county.name for hit in divisions().find("云")]
    assert names[0].startswith("云")


def test_no_more_are_found_than_one_can_read() -> None:
    assert len(divisions().find("y")) == 60
    assert divisions().find("青羊", most=1) == [Found(divisions().find("青羊")[0].county)]


def test_reading_all_of_it_is_quick() -> None:
    divisions.cache_clear()
    started = time.perf_counter()
    divisions()
    assert time.perf_counter() - started < 1  # 0.07 s on an idle machine
    assert divisions() is divisions()
