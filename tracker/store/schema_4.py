"""Schema 4: the office's own texts of a month, the words that senders use, the files that were sent in. Never edited again."""

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
    # What a word in sent files means: a unit's or indicator's code, a basis, "" to pass it over. Anybody's where unit_id is null.
    """
    CREATE TABLE sender_word (
        id INTEGER PRIMARY KEY,
        unit_id INTEGER REFERENCES unit (id),
        kind TEXT NOT NULL CHECK (kind IN ('unit', 'indicator', 'basis')),
        text TEXT NOT NULL CHECK (text <> ''),
        meaning TEXT NOT NULL
    ) STRICT
    """,
    "CREATE UNIQUE INDEX sender_word_once ON sender_word (coalesce(unit_id, 0), kind, text)",
    """
    CREATE TABLE sent_file (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL CHECK (name <> ''),
        sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
        received TEXT NOT NULL CHECK (received IS date(received)),
        kept INTEGER NOT NULL CHECK (kept IN (0, 1)),
        UNIQUE (sha256, name)
    ) STRICT
    """,
)

STATEMENTS = TABLES
