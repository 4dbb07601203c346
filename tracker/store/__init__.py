"""The book: one SQLite file with everything a county keeps. Read anywhere; write only inside `with book.change("…"):`."""
