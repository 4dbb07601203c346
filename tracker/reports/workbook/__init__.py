"""The month's ranking as an Excel workbook whose figures are live formulas: who opens it can follow every number."""

from tracker.reports.workbook.ranking_workbook import write_workbook

__all__ = ["write_workbook"]
