import pytest

from tracker.domain.township import OTHERS, PARKS, SORTS, STREETS, TOWNS, TOWNSHIPS, sort_of


@pytest.mark.parametrize(
    ("name", "sort"),
    [
        ("云溪镇", TOWNS),
        (" 城关镇 ", TOWNS),
        ("云溪镇人民政府", TOWNS),
        ("白马乡", TOWNSHIPS),
        ("小㙦乡", TOWNSHIPS),
        ("杨桥畔回族乡", TOWNSHIPS),
        ("巴彦花苏木", TOWNSHIPS),
        ("东关街道", STREETS),
        ("东关街道办事处", STREETS),
        ("赵镇街道", STREETS),
        ("经济开发区", PARKS),
        ("高新技术产业园", PARKS),
        ("临港物流园区管委会", PARKS),
        ("综合保税区管理委员会", PARKS),
        ("红星农场", OTHERS),
        ("县商务局", OTHERS),
        ("", OTHERS),
    ],
)
def test_a_name_tells_its_sort(name, sort):
    assert sort_of(name) == sort
    assert sort in SORTS
