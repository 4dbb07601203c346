"""Fills resources/fonts/ with the Chinese type of the window and the paper: `python tools/fetch_fonts.py`.

It comes from the first of these that has it, each at one version and each file checked by its SHA-256:

1. Debian's package fonts-noto-cjk, where it is installed
2. the same package, downloaded by apt-get (which needs no root)
3. two npm packages of the same type, there called Noto Sans SC and Noto Serif SC (Windows, macOS, other Linux)

fonts.json, written last, tells the program which families and files it has got (`typeface` in tracker/resources.py).
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

FONTS = Path(__file__).resolve().parent.parent / "resources" / "fonts"
INDEX = FONTS / "fonts.json"
DEBIAN_PACKAGE = "fonts-noto-cjk=1:20220127+repack1-1"
DEBIAN_FOLDER = Path("usr/share/fonts/opentype/noto")
NPM_PACKAGES = ("@expo-google-fonts/noto-sans-sc@0.4.3", "@expo-google-fonts/noto-serif-sc@0.4.3")

# What fonts.json will say, for either kind of source.
DEBIAN = {
    "sans": {"family": "Noto Sans CJK SC", "regular": "NotoSansCJK-Regular.ttc", "bold": "NotoSansCJK-Bold.ttc"},
    "serif": {"family": "Noto Serif CJK SC", "regular": "NotoSerifCJK-Regular.ttc", "bold": "NotoSerifCJK-Bold.ttc"},
}
NPM = {
    "sans": {"family": "Noto Sans SC", "regular": "NotoSansSC_400Regular.ttf", "bold": "NotoSansSC_700Bold.ttf"},
    "serif": {"family": "Noto Serif SC", "regular": "NotoSerifSC_400Regular.ttf", "bold": "NotoSerifSC_700Bold.ttf"},
}
SHA256 = {
    "NotoSansCJK-Regular.ttc": "b76b0433203017ca80401b2ee0dd69350349871c4b19d504c34dbdd80541690a",
    "NotoSansCJK-Bold.ttc": "faa5f3656a78b2e2d450d27fe8382c778bc2b6bb5ea29c986664a6a435056ceb",
    "NotoSerifCJK-Regular.ttc": "a04178ec485dffdff7cc0c0c20e1fce9202d7e2160d805e8e44a4c8841c58481",
    "NotoSerifCJK-Bold.ttc": "a5d4b046c127da3d7c72f98b46c41489cd29bf52abfdf18aba920903e920d4ac",
    "NotoSansSC_400Regular.ttf": "d45f67f0a7c0ca3f256950777ce6a61cc7ce5f9696d02900cbbaac25f8aa7d16",
    "NotoSansSC_700Bold.ttf": "9a38ae0ab28cd5a256f9ea8e00dedc688aac17f7915fcb000572990afa956b96",
    "NotoSerifSC_400Regular.ttf": "c358a69de3df5f423a8946a7b03e3126fb6ba116f1130a463455b4e39e1f0742",
    "NotoSerifSC_700Bold.ttf": "9c6a2ba736e4b499c84f65ce366bd3625c0401885fd3e585ace50fb738b96ff6",
}


class Unavailable(Exception):
    """A source does not have the type; the next one is asked."""


@dataclass(frozen=True)
class Source:
    """Where the type may come from: `fetch` gets a scratch folder and returns the folder that then holds the files."""

    name: str
    typefaces: dict[str, dict[str, str]]
    fetch: Callable[[Path], Path]

    @property
    def files(self) -> list[str]:
        return [face[weight] for face in self.typefaces.values() for weight in ("regular", "bold")]


def run(folder: Path, *command: str) -> None:
    """Run a program quietly in `folder`; Unavailable where it is not there or fails."""
    program = shutil.which(command[0])  # on Windows npm is npm.cmd
    if program is None:
        raise Unavailable(f"there is no {command[0]}")
    done = subprocess.run([program, *command[1:]], cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        said = (done.stderr or done.stdout).strip().splitlines() or [f"exit {done.returncode}"]
        raise Unavailable(f"{command[0]} {command[1]}: {said[-1]}")


def installed(_scratch: Path) -> Path:
    return Path("/") / DEBIAN_FOLDER


def downloaded_by_apt(scratch: Path) -> Path:
    """Uses package lists of its own: those of a new machine are empty, and a plain user may not write them."""
    scratch.chmod(0o755)
    for part in ("lists/partial", "cache/archives/partial"):
        (scratch / part).mkdir(parents=True)
    own = ("-o", f"Dir::State::Lists={scratch}/lists", "-o", f"Dir::Cache={scratch}/cache", "-o", "APT::Sandbox::User=")
    run(scratch, "apt-get", "update", *own)
    run(scratch, "apt-get", "download", DEBIAN_PACKAGE, *own)
    for package in scratch.glob("*.deb"):
        run(scratch, "dpkg-deb", "--extract", package.name, "package")
    return scratch / "package" / DEBIAN_FOLDER


def packed_by_npm(scratch: Path) -> Path:
    for package in NPM_PACKAGES:
        run(scratch, "npm", "pack", package)
    for archive in scratch.glob("*.tgz"):
        with tarfile.open(archive) as tar:
            for member in tar:
                member.name = Path(member.name).name
                if member.name in SHA256:
                    tar.extract(member, scratch, filter="data")
    return scratch


SOURCES = (
    Source("Debian's installed fonts-noto-cjk", DEBIAN, installed),
    Source("Debian's fonts-noto-cjk", DEBIAN, downloaded_by_apt),
    Source("the npm packages of Noto Sans SC and Noto Serif SC", NPM, packed_by_npm),
)


def check(folder: Path, files: list[str]) -> None:
    """Unavailable unless `folder` has every one of `files`, each exactly the one that is meant."""
    for name in files:
        if not (folder / name).is_file():
            raise Unavailable(f"{name} is missing")
        with (folder / name).open("rb") as stream:
            if hashlib.file_digest(stream, "sha256").hexdigest() != SHA256[name]:
                raise Unavailable(f"{name} is not the version that is meant")


def take(source: Source) -> None:
    """Copy the source's files to resources/fonts/, in place of what is there; Unavailable where they are not to be had."""
    with tempfile.TemporaryDirectory() as name:
        folder = source.fetch(Path(name))
        check(folder, source.files)
        INDEX.unlink(missing_ok=True)
        for old in [*FONTS.glob("*.tt[cf]"), *FONTS.glob("*.otf")]:
            old.unlink()
        for file in source.files:
            shutil.copyfile(folder / file, FONTS / file)
        INDEX.write_text(json.dumps(source.typefaces, indent=2) + "\n", encoding="utf-8")


def main() -> int:
    """Exits 0 when the type is there, 1 when no source has it."""
    for source in SOURCES:
        try:
            check(FONTS, source.files)
        except Unavailable:
            continue
        INDEX.write_text(json.dumps(source.typefaces, indent=2) + "\n", encoding="utf-8")
        return 0
    reasons = []
    for source in SOURCES:
        try:
            take(source)
        except Unavailable as reason:
            reasons.append(f"The Chinese type is not to be had from {source.name}: {reason}.")
        else:
            print(f"The Chinese type in resources/fonts/ is from {source.name}.")
            return 0
    print(*reasons, sep="\n", file=sys.stderr)
    print("Install npm, or on Debian 12 the package fonts-noto-cjk, and try again.", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
