"""The Chinese of the program's English: `python tools/translations.py update|compile|check`.

update   gather every tr("…") and mark("…") of tracker/ into the .po file of resources/i18n; what is translated there stays
compile  make the .mo file that the program reads (it is not committed: make setup and the bundle make it)
check    name every string that is missing, superfluous, fuzzy or has other placeholders than its source; exit 1 if there is one
"""

from __future__ import annotations

import ast
import os
import string
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

PROJECT = Path(__file__).resolve().parent.parent
SOURCE = PROJECT / "tracker"
LANGUAGE = "zh_CN"
PO_FILE = PROJECT / "resources" / "i18n" / LANGUAGE / "LC_MESSAGES" / "tracker.po"
KEYWORDS = ("tr", "mark")
# A short header without dates and versions: the same strings give the same file, and a diff shows translations alone.
HEADER = f"""# Chinese of the county tracker. Strings are gathered by tools/translations.py; the translations are written by hand.
msgid ""
msgstr ""
"Language: {LANGUAGE}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""


def source_strings(source: Path = SOURCE) -> Catalog:
    """Every string in tr("…") and mark("…") of the program, with the files it stands in."""
    catalog = Catalog(locale=LANGUAGE)
    for path in sorted(source.rglob("*.py")):
        name = path.relative_to(source.parent).as_posix()
        for line, text in sorted(strings_of(ast.parse(path.read_text(encoding="utf-8")))):
            catalog.add(text, locations=[(name, line)])
    return catalog


def strings_of(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Line and text of what is given to tr and mark, calls within calls too (Babel's own extraction misses those)."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and node.args and name_of(node.func) in KEYWORDS:
            yield from literals(node.args[0])


def name_of(function: ast.expr) -> str:
    """The name that is called: tr in tr(…) and in i18n.tr(…)."""
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def literals(node: ast.expr) -> Iterator[tuple[int, str]]:
    """The literal texts an argument may be: "a", or both of "a" if … else "b"; tr("") is no sentence."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value:
        yield node.lineno, node.value
    elif isinstance(node, ast.IfExp):
        yield from literals(node.body)
        yield from literals(node.orelse)


def translations(po_file: Path = PO_FILE) -> Catalog:
    """The translations as they are written; an empty catalog where there is no file yet."""
    if not po_file.exists():
        return Catalog(locale=LANGUAGE)
    with po_file.open("rb") as stream:
        return read_po(stream, locale=LANGUAGE, abort_invalid=True)


def update(po_file: Path = PO_FILE) -> Catalog:
    """Bring the .po file up to the source: new strings untranslated, vanished ones dropped, no guesses."""
    old, catalog = translations(po_file), Catalog(locale=LANGUAGE)
    for message in messages(source_strings()):
        known = old.get(message.id)
        catalog.add(message.id, string=known.string if known else "", locations=message.locations)
    write_catalog(catalog, po_file)
    return catalog


def write_catalog(catalog: Catalog, po_file: Path = PO_FILE) -> None:
    po_file.parent.mkdir(parents=True, exist_ok=True)
    with po_file.open("wb") as stream:
        stream.write(HEADER.encode())
        write_po(stream, catalog, width=130, sort_by_file=True, include_lineno=False, omit_header=True)


def compile_translations(po_file: Path = PO_FILE) -> Path:
    """Write the .mo file beside the .po file, whole or not at all; returns its path."""
    mo_file = po_file.with_suffix(".mo")
    unfinished = mo_file.with_suffix(f".{os.getpid()}.part")
    with unfinished.open("wb") as stream:
        write_mo(stream, translations(po_file))
    unfinished.replace(mo_file)
    return mo_file


def messages(catalog: Catalog) -> Iterator[Message]:
    """The catalog's messages without its header, in the order of the source."""
    yield from sorted((message for message in catalog if message.id), key=lambda message: sorted(message.locations))


def placeholders(text: str) -> set[str]:
    """The names in {braces} of a sentence."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def problems(po_file: Path = PO_FILE) -> list[str]:
    """What is wrong with the translations, one sentence a string; empty when all is well."""
    catalog = translations(po_file)
    wanted = {message.id for message in messages(source_strings())}
    found = [f"no entry: {text}" for text in sorted(wanted - {message.id for message in messages(catalog)})]
    for message in messages(catalog):
        if message.id not in wanted:
            found.append(f"no longer in the source: {message.id}")
        elif not message.string:
            found.append(f"not translated: {message.id}")
        elif message.fuzzy:
            found.append(f"fuzzy: {message.id}")
        elif placeholders(str(message.id)) != placeholders(str(message.string)):
            found.append(f"other placeholders: {message.id} → {message.string}")
    return found + [f"obsolete: {text}" for text in catalog.obsolete]


def main(arguments: list[str]) -> int:
    if arguments == ["update"]:
        catalog = update()
        missing = [message.id for message in messages(catalog) if not message.string]
        print(f"{PO_FILE.relative_to(PROJECT)}: {len(catalog)} strings, {len(missing)} not translated")
        return 0
    if arguments == ["compile"]:
        print(compile_translations().relative_to(PROJECT))
        return 0
    if arguments == ["check"]:
        found = problems()
        print("\n".join(found) or "every string has its translation")
        return 1 if found else 0
    print(__doc__, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
