"""County tracker: monthly figures per township, ranked, explained and printed."""

__version__ = "0.1.0"
