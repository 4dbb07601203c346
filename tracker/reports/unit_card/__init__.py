"""A unit's own card (进度卡) to hand over: how it stands in every indicator, month by month, and what the year still takes."""
