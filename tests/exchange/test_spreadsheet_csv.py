import csv

from tracker.exchange.spreadsheet_csv import spreadsheet_line


def test_what_a_spreadsheet_would_compute_stays_text_and_numbers_stay_numbers():
    line = spreadsheet_line(["=1+1", "+86 138", "-", "@SUM(A1)", "-2.50", "+3", "城关镇", "", 'a"b'])
    assert next(csv.reader([line])) == ["'=1+1", "'+86 138", "'-", "'@SUM(A1)", "-2.50", "+3", "城关镇", "", 'a"b']
