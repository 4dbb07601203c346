"""What sort of township a name tells of, which is the group that a new county's unit is put into at first.

Chinese here is data: the endings of official names, and the names of the groups that offices use.
"""

from __future__ import annotations

TOWNS, TOWNSHIPS, STREETS, PARKS, OTHERS = "镇", "乡", "街道", "园区", "其他"
SORTS = (TOWNS, TOWNSHIPS, STREETS, PARKS, OTHERS)
"""In the order in which tables list them."""

_ENDINGS = {
    TOWNS: ("镇", "镇人民政府"),
    TOWNSHIPS: ("乡", "苏木", "乡人民政府"),
    STREETS: ("街道", "街道办", "街道办事处"),
}
_PARKS = (
    "开发区",
    "园区",
    "产业园",
    "工业园",
    "科技园",
    "工业区",
    "高新区",
    "集中区",
    "保税区",
    "示范区",
    "试验区",
    "经济区",
    "新区",
    "度假区",
)


def sort_of(name: str) -> str:
    """One of SORTS: 云溪镇 is among the towns, 经济开发区管委会 among the parks, 红星农场 among the others."""
    bare = name.strip().removesuffix("管理委员会").removesuffix("管委会")
    for sort, endings in _ENDINGS.items():
        if bare.endswith(endings):
            return sort
    return PARKS if bare.endswith(_PARKS) else OTHERS
