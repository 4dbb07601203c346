"""The forms that the office hands out, for the units to fill in: one workbook a unit."""
