import pytest
from PySide6.QtCore import QMimeData

from tracker.ui.clipboard import from_mime
from tracker.ui.clipboard_page import page_block

EXCEL = """<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=ProgId content=Excel.Sheet>
<meta name=Generator content="Microsoft Excel 15"><style>
<!--table {mso-displayed-decimal-separator:"\\.";}
.xl65 {mso-number-format:"_ * \\#\\,\\#\\#0\\.00_ \\;_ * \\\\-\\#\\,\\#\\#0\\.00_ ";}
--></style></head><body link="#0563C1" vlink="#954F72">
<table border=0 cellpadding=0 cellspacing=0 width=360 style='border-collapse:collapse;width:270pt'>
<!--StartFragment-->
 <col width=72 style='width:54pt'><col width=0 style='display:none;mso-width-source:userset;mso-width-alt:0'>
 <col width=72 span=2 style='width:54pt'>
 <tr height=19 style='height:14.25pt'>
  <td rowspan=2 height=38 class=xl66 width=72 style='height:28.5pt;width:54pt'>单位</td>
  <td width=0>备注</td>
  <td colspan=2 class=xl66 width=144 style='mso-ignore:colspan;width:108pt'>实际到位省外资金（亿元）</td>
 </tr>
 <tr height=19 style='height:14.25pt'><td>小计</td><td class=xl66>当月</td><td class=xl66>累计</td></tr>
 <tr height=19 style='height:14.25pt'>
  <td height=19 style='height:14.25pt'>城<span style='display:none'></span>关镇</td><td>x</td>
  <td class=xl65 align=right><span style='mso-spacerun:yes'>&nbsp;</span>1,234.50<span
  style='mso-spacerun:yes'>&nbsp;</span></td>
  <td class=xl65 align=right>-0.35</td>
 </tr>
 <tr height=19 style='display:none'><td>云溪镇</td><td></td><td>2<br>3</td><td>#N/A</td></tr>
<!--EndFragment-->
 <![if supportMisalignedColumns]>
 <tr height=0 style='display:none'><td width=72 style='width:54pt'></td><td width=0></td><td width=72></td><td></td></tr>
 <![endif]>
</table></body></html>"""

EXCEL_TEXT = (
    '单位\t备注\t实际到位省外资金（亿元）\t\r\n\t小计\t当月\t累计\r\n城关镇\tx\t 1,234.50 \t-0.35\r\n云溪镇\t\t"2\n3"\t#N/A\r\n'
)

WPS = """<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"
 xmlns="http://www.w3.org/TR/REC-html40"><head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8"/>
<meta name="ProgId" content="Excel.Sheet"/><meta name="Generator" content="WPS Office ET"/>
<style><!-- .font0 {font-size:12.0pt;} .et2 {mso-number-format:"\\@";} --></style></head><body>
<table width="216" border="0" cellpadding="0" cellspacing="0" style='width:162.00pt;border-collapse:collapse;'>
<colgroup><col width="72" span="3" style='width:54.00pt;'/></colgroup>
<tr height="19" style='height:14.25pt;'><td class="et2" height="19" width="72" x:str>城关镇</td>
<td class="et3" align="right" x:num>1.08</td><td class="et4" align="right" x:num="123456789.5">########</td></tr>
<tr height="19"><td class="et2" x:str="云溪镇 ">云溪镇&nbsp;</td><td class="et3" align="right" x:num="0.86">0.9</td>
<td class="et5" align="right" x:num="46266">2026年9月</td></tr></table></body></html>"""


def squeezed(block: list[list[str]]) -> list[list[str]]:
    return [[" ".join(cell.split()) for cell in row] for row in block]


def test_a_table_of_excel_is_read_with_its_merged_and_hidden_cells_and_without_the_spare_row_at_its_end() -> None:
    assert page_block(EXCEL) == [
        ["单位", "备注", "实际到位省外资金（亿元）", ""],
        ["", "小计", "当月", "累计"],
        ["城关镇", "x", "1,234.50", "-0.35"],
        ["云溪镇", "", "2 3", "#N/A"],
    ]


def test_the_page_of_excel_says_the_same_as_its_plain_text() -> None:
    mime = QMimeData()
    mime.setText(EXCEL_TEXT)
    assert squeezed(from_mime(mime)) == page_block(EXCEL)


def test_a_table_of_wps_shows_what_the_eye_saw_and_the_number_only_where_there_was_no_room_for_it() -> None:
    assert page_block(WPS) == [["城关镇", "1.08", "123456789.5"], ["云溪镇", "0.9", "2026年9月"]]


@pytest.mark.parametrize("cut", ["########", "1.23E+08"])
def test_what_plain_text_has_cut_short_is_taken_from_the_page_beside_it(cut: str) -> None:
    mime = QMimeData()
    mime.setText(f"城关镇\t1.08\t{cut}\r\n云溪镇\t0.9\t2026年9月\r\n")
    mime.setHtml(WPS)
    assert from_mime(mime) == [["城关镇", "1.08", "123456789.5"], ["云溪镇", "0.9", "2026年9月"]]


def test_a_page_of_another_form_mends_nothing() -> None:
    mime = QMimeData()
    mime.setText("########\r\n")
    mime.setHtml(WPS)
    assert from_mime(mime) == [["########"]]


def test_libreoffice_carries_the_number_too() -> None:
    page = '<table><tr><td sdval="1234567.5" sdnum="2052;">###</td><td sdval="2">2.00</td></tr></table>'
    assert page_block(page) == [["1234567.5", "2.00"]]


def test_paragraphs_and_a_table_within_a_cell_are_text_of_the_cell() -> None:
    page = "<table><tr><td><p>1</p><p>2</p><table><tr><td>3</td><td>4</td></tr></table></td><td>5</td></tr></table>"
    assert page_block(page) == [["1 2 3 4", "5"]]


def test_a_span_that_reaches_below_the_table_or_is_absurd_does_no_harm() -> None:
    assert page_block("<table><tr><td rowspan=9>1</td><td>2</td></tr><tr><td>3</td></tr></table>") == [["1", "2"], ["", "3"]]
    assert len(page_block("<table><tr><td colspan=99999999>1</td></tr></table>")[0]) == 1000
