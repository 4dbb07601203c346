"""The project as a whole: its lock, its dependencies, its type, its documents."""

from __future__ import annotations

import ast
import os
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fontTools.ttLib import TTCollection, TTFont

import tracker
from tracker.resources import resource, typeface

ROOT = Path(__file__).resolve().parent.parent
MADE = {".git", ".venv", "build", "dist", "out", "__pycache__", "fonts"}
IMPORT_NAMES = {
    "pyside6-essentials": "PySide6",
    "pyside6-addons": "PySide6",
    "python-calamine": "python_calamine",
    "python-docx": "docx",
    "qtawesome": "qtawesome",
    "sqlite-utils": "sqlite_utils",
}
RARE = "㙟㙍㙦垴堌鄌郚𬒗䢺"  # in names of Chinese townships, outside what most fonts have


def project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def files(*suffixes: str) -> Iterator[Path]:
    """The project's own files with these endings, or all of them."""
    for folder, inner, names in os.walk(ROOT):
        inner[:] = [name for name in inner if name not in MADE and not name.endswith(("_cache", ".egg-info"))]
        yield from (Path(folder, name) for name in names if not suffixes or name.endswith(suffixes))


def requirement_name(requirement: str) -> str:
    return re.split(r"[^A-Za-z0-9_.-]", requirement, maxsplit=1)[0].lower().replace("_", "-")


def locked() -> dict[str, list[str]]:
    """Each locked requirement, such as "click==8.5.1", with its hashes."""
    found: dict[str, list[str]] = {}
    for line in (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith((" ", "#")):
            found[line.removesuffix("\\").strip()] = hashes = []
        elif "--hash=" in line:
            hashes.append(line.strip(" \\"))
    return found


def imports(file: Path) -> set[str]:
    """The first parts of what a module imports, wherever in it."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            names.add((node.module or "").split(".")[0])
    return names


def test_every_locked_requirement_has_one_version_and_its_hashes() -> None:
    for requirement, hashes in locked().items():
        assert re.fullmatch(r"[a-z0-9-]+==[^ ;]+( ; .+)?", requirement)
        assert hashes, f"{requirement} has no hash"
        assert all(re.fullmatch(r"--hash=sha256:[0-9a-f]{64}", line) for line in hashes)


def test_the_lock_has_everything_that_the_project_asks_for() -> None:
    asked = project()
    wanted = [*asked["project"]["dependencies"], *asked["dependency-groups"]["dev"], *asked["build-system"]["requires"]]
    assert {requirement_name(one) for one in wanted} <= {requirement_name(one) for one in locked()}


def test_the_lock_names_no_place_to_download_from() -> None:
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert "://" not in text
    assert not re.search(r"^\s*--(?!hash=)", text, re.MULTILINE)


def test_set_up_installs_the_locked_versions_and_resolves_nothing_again() -> None:
    # pip's resolver takes "coverage[toml]" for another package than the locked "coverage": a newer release then breaks set-up.
    install = next(
        line
        for line in (ROOT / "Makefile").read_text(encoding="utf-8").splitlines()
        if "requirements.lock" in line and "pip install" in line
    )
    assert {"--no-deps", "--require-hashes"} <= set(install.split())


def test_no_file_names_a_package_registry() -> None:
    hosts = re.compile(r"\b(pypi|pythonhosted|npmjs|debian)\.(org|com)\b")
    for file in files(".py", ".md", ".toml", ".yml", ".sh", ".lock", ".spec", "Makefile", "run"):
        text = file.read_text(encoding="utf-8")
        assert not hosts.search(text), f"{file} names a registry"


def test_the_program_imports_what_it_depends_on_and_nothing_else() -> None:
    declared = {requirement_name(one) for one in project()["project"]["dependencies"]}
    declared_imports = {IMPORT_NAMES.get(name, name) for name in declared}
    used = set().union(*(imports(file) for file in (ROOT / "tracker").rglob("*.py")))
    foreign = {name for name in used if name not in sys.stdlib_module_names} - {"tracker", "shiboken6"}  # PySide6's own base
    # QtAwesome is read, not imported: icons.py takes its font alone.
    assert foreign | {"qtawesome"} == declared_imports


def test_the_domain_is_made_of_the_standard_library_alone() -> None:
    for file in (ROOT / "tracker" / "domain").glob("*.py"):
        assert imports(file) <= {*sys.stdlib_module_names, "tracker"}, file.name


def test_no_file_has_grown_past_one_idea() -> None:
    lengths = {str(file.relative_to(ROOT)): len(file.read_text(encoding="utf-8").splitlines()) for file in files(".py")}
    assert {name: lines for name, lines in lengths.items() if name.startswith("tracker") and lines > 300} == {}


def test_the_changelog_tells_what_is_in_this_version() -> None:
    assert f"## {tracker.__version__} - " in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("readme", ["README.md", "README.zh-CN.md"])
def test_the_readme_tells_every_command_that_is_there(readme: str) -> None:
    targets = re.search(r"^\.PHONY: (.+)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert targets
    told = set(re.findall(r"(?:^|`)make (\w+)", (ROOT / readme).read_text(encoding="utf-8"), re.MULTILINE))
    assert told == {"run", "test", "setup", "lint", "bench", "bundle"}
    assert told <= set(targets[1].split())


def test_links_in_the_documents_lead_somewhere() -> None:
    for file in files(".md"):
        for link in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", file.read_text(encoding="utf-8")):
            assert "://" in link or (file.parent / link).exists(), f"{file.relative_to(ROOT)}: {link}"


def test_scripts_can_be_run() -> None:
    scripts = [ROOT / ".ci" / "run", *(ROOT / "tools").glob("*.sh")]
    assert all(os.access(script, os.X_OK) for script in scripts)


@pytest.mark.parametrize("style", ["sans", "serif"])
@pytest.mark.parametrize("weight", ["regular", "bold"])
def test_the_type_has_the_rare_characters_of_place_names(style: Any, weight: str) -> None:
    face = typeface(style)
    file = getattr(face, weight)
    fonts = TTCollection(file).fonts if file.suffix == ".ttc" else [TTFont(file)]
    font = next(font for font in fonts if font["name"].getBestFamilyName() == face.family)
    assert [character for character in RARE if ord(character) not in font.getBestCmap()] == []


def test_the_types_licence_is_beside_it() -> None:
    assert "SIL OPEN FONT LICENSE Version 1.1" in resource("fonts", "OFL.txt").read_text(encoding="utf-8")
