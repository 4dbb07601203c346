"""The office's own Word template: what is wrong with it is told by name and place, and only a sound one is kept."""

import io
import subprocess
import sys
from collections.abc import Callable, Sequence

import pytest
from docx import Document

from tests.conftest import ROOT
from tests.reports.bulletin.conftest import Made
from tests.reports.conftest import Sample
from tracker.reports.bulletin.content import Picture
from tracker.reports.bulletin.template import check_template, set_template, template_of, usual_template
from tracker.reports.bulletin.template_faults import (
    BulletinTemplateBroken,
    TemplateBracesAreWide,
    TemplateFieldUnknown,
    TemplateIsNotWord,
    TemplateLoopBroken,
    TemplateLoopNeedsP,
    TemplateNotUnderstood,
    TemplateTagNotAlone,
    TemplateTagUnfinished,
)
from tracker.reports.bulletin.template_fields import example_fields, fields
from tracker.reports.bulletin.word_file import with_fixed_dates


def word_of(paragraphs: Sequence[str | Sequence[str]], *, footer: str = "") -> bytes:
    """A Word document of these paragraphs; one that is given in parts is written in as many runs."""
    document = Document()
    for paragraph in paragraphs:
        added = document.add_paragraph()
        for part in [paragraph] if isinstance(paragraph, str) else paragraph:
            added.add_run(part)
    if footer:
        document.sections[0].footer.paragraphs[0].text = footer
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def fault_of(*paragraphs: str | Sequence[str], footer: str = "") -> BulletinTemplateBroken:
    with pytest.raises(BulletinTemplateBroken) as caught:
        check_template(word_of(paragraphs, footer=footer))
    return caught.value


def test_the_usual_template_is_sound() -> None:
    check_template(usual_template())


def test_a_field_that_does_not_exist_is_named_with_its_paragraph() -> None:
    fault = fault_of("通报", "标题是{{ 标提 }}。")
    assert isinstance(fault, TemplateFieldUnknown)
    assert (fault.name, fault.paragraph) == ("标提", "标题是{{ 标提 }}。")
    assert str(fault) == "There is no field “标提”. It stands in the paragraph “标题是{{ 标提 }}。”."


@pytest.mark.parametrize("loop", ["{%p for 章 in 各章 %}", "{%p for 段 in 各章 %}"])
def test_a_part_that_a_field_does_not_have_is_named_too(loop: str) -> None:
    fault = fault_of(loop, "{{ 章.题目 }}" if "章 in" in loop else "{{ 段.题目 }}", "{%p endfor %}")
    assert isinstance(fault, TemplateFieldUnknown)
    assert fault.name == "题目"
    assert "题目" in fault.paragraph


def test_a_field_in_a_branch_that_is_not_taken_is_found() -> None:
    fault = fault_of("{% if 标题 == '' %}{{ 没有 }}{% endif %}")
    assert isinstance(fault, TemplateFieldUnknown)
    assert fault.name == "没有"


def test_a_field_in_the_footer_counts() -> None:
    assert isinstance(fault_of("{{ 标题 }}", footer="{{ 脚 }}"), TemplateFieldUnknown)
    check_template(word_of(["{{ 标题 }}"], footer="{{ 署名 }}"))


def test_what_wps_cuts_into_runs_is_read_as_one() -> None:
    check_template(word_of([["{", "{ 标", "题 }", "}"], ["{%p for 章", " in 各章 %}"], "{{ 章.标题 }}", ["{%", "p endfor %}"]]))


@pytest.mark.parametrize("text", ["｛｛ 标题 ｝｝", "{｛ 标题 }}", "｛%p if 标题 %｝", "{％ if 标题 ％}"])
def test_full_width_braces_are_told(text: str) -> None:
    assert isinstance(fault_of(text), TemplateBracesAreWide)


@pytest.mark.parametrize("text", ["{{ 标题", "标题 }}", "{% if 标题", "{{ 标题 }} %}", "{{ 标题 }"])
def test_an_unfinished_field_is_told(text: str) -> None:
    fault = fault_of("通报", text)
    assert isinstance(fault, TemplateTagUnfinished)
    assert fault.paragraph == text


@pytest.mark.parametrize("text", ["第{%p if 文号 %}号", "{%p if 文号 %}{%p endif %}"])
def test_what_takes_a_paragraph_away_must_be_alone_in_it(text: str) -> None:
    assert isinstance(fault_of(text, "{%p endif %}"), TemplateTagNotAlone)


@pytest.mark.parametrize(
    "paragraphs",
    [
        ["{%p for 章 in 各章 %}", "{{ 章.标题 }}"],
        ["{{ 标题 }}", "{%p endfor %}"],
        ["{%p for 章 in 各章 %}", "{%p endif %}"],
        ["{% if 文号 %}第{{ 文号 }}"],
    ],
)
def test_a_loop_without_its_end_is_told(paragraphs: list[str]) -> None:
    assert isinstance(fault_of(*paragraphs), TemplateLoopBroken)


@pytest.mark.parametrize("first", ["{% for 章 in 各章 %}", "{%p for 章 in 各章 %}"])
def test_a_loop_over_paragraphs_says_so(first: str) -> None:
    fault = fault_of(first, "{{ 章.标题 }}", "{% endfor %}")
    assert isinstance(fault, TemplateLoopNeedsP)
    assert fault.tag == ("{% endfor %}" if "p for" in first else first)


@pytest.mark.parametrize(
    "text",
    [
        "{{ 标题 标题 }}",
        "{{ }}",
        "{% fro 章 in 各章 %}",
        "{{ 标题|没有 }}",
        "{% include '/etc/passwd' %}",
        "{% import 'os' as os %}",
        "{{ 标题.__class__.__mro__ }}",
        "{{ 标题 / 2 }}",
        "{{ 标题 * 1000000000 }}",
        "{{ 9 ** 9 }}",
        "{{ 各章.append(1) }}",
    ],
)
def test_what_cannot_be_read_or_is_not_allowed_is_told_with_its_paragraph(text: str) -> None:
    fault = fault_of("通报", text)
    assert isinstance(fault, TemplateNotUnderstood | TemplateFieldUnknown)
    assert fault.paragraph == text


@pytest.mark.parametrize("name", ["open", "self", "range", "cycler", "lipsum", "namespace", "request", "config"])
def test_a_template_sees_its_fields_and_nothing_else(name: str) -> None:
    assert isinstance(fault_of(f"{{{{ {name}.__init__.__globals__ }}}}"), TemplateFieldUnknown | TemplateNotUnderstood)


@pytest.mark.parametrize("content", [b"", b"not a document", usual_template()[:2000], with_fixed_dates(word_of(["x"]))[:-30]])
def test_what_is_no_word_document_is_told(content: bytes) -> None:
    with pytest.raises(TemplateIsNotWord):
        check_template(content)


def test_a_field_in_the_documents_properties_counts_too() -> None:
    document = Document()
    document.add_paragraph("{{ 标题 }}")
    for title in ("{{ 没有 }}", "{{ 标题 标题 }}"):
        document.core_properties.title = title
        file = io.BytesIO()
        document.save(file)
        with pytest.raises(BulletinTemplateBroken):
            check_template(file.getvalue())


def test_another_zip_is_no_word_document() -> None:
    import zipfile

    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("a.txt", "hello")
    with pytest.raises(TemplateIsNotWord):
        check_template(file.getvalue())


def test_long_paragraphs_are_shown_in_part() -> None:
    fault = fault_of("文" * 60 + "{{ 没有 }}")
    assert str(fault).endswith("“" + "文" * 40 + "…”.")


def test_the_example_has_every_field_that_a_bulletin_has(made: Made, picture: Callable[[], Picture]) -> None:
    def shape(value: object) -> object:
        if isinstance(value, dict):
            return {key: shape(part) for key, part in value.items()}
        return [shape(value[0])] if isinstance(value, list) else type(value)

    bulletin = made("SWZJ", pictures=[picture()])
    assert shape(fields(bulletin)) == shape(example_fields())


def test_the_office_keeps_its_template_and_can_go_back(sample: Sample) -> None:
    book, own = sample.book, word_of(["{{ 标题 }}"])
    assert template_of(book) is None
    with book.change("template"):
        set_template(book, own)
    assert template_of(book) == own
    with book.change("the usual one again"):
        set_template(book, None)
    assert template_of(book) is None
    book.undo()
    assert template_of(book) == own


def test_a_broken_template_is_not_kept(sample: Sample) -> None:
    with pytest.raises(TemplateFieldUnknown), sample.book.change("template"):
        set_template(sample.book, word_of(["{{ 没有 }}"]))
    assert template_of(sample.book) is None


def test_the_usual_template_is_what_its_tool_makes() -> None:
    import zipfile

    code = (
        "import sys; sys.path.insert(0, 'tools'); import make_bulletin_template as tool; sys.stdout.buffer.write(tool.template())"
    )
    made = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, cwd=ROOT).stdout
    with zipfile.ZipFile(io.BytesIO(made)) as new, zipfile.ZipFile(io.BytesIO(usual_template())) as kept:
        assert new.namelist() == kept.namelist()
        assert {name: new.read(name) for name in new.namelist()} == {name: kept.read(name) for name in kept.namelist()}
