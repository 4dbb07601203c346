"""Schema 4: the texts that the office writes into a month's bulletin. Never edited again."""

TABLES = (
    """
    CREATE TABLE office_text (
        id INTEGER PRIMARY KEY,
        month INTEGER NOT NULL CHECK (month BETWEEN 190001 AND 999912 AND month % 100 BETWEEN 1 AND 12),
        kind TEXT NOT NULL CHECK (kind <> ''),
        text TEXT NOT NULL CHECK (text <> ''),
        UNIQUE (month, kind)
    ) STRICT
    """,
)

STATEMENTS = TABLES
