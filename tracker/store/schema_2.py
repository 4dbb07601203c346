"""Schema 2: months are published, corrected and reminded of; a change can be turned back later on. Never edited again.

The journal is rebuilt for one more kind of entry, as SQLite cannot alter a CHECK; its rows, and so the hashes, stay as they are.
"""

_MONTH = "INTEGER NOT NULL CHECK (month BETWEEN 190001 AND 999912 AND month % 100 BETWEEN 1 AND 12)"
_AMOUNT = "INTEGER CHECK (abs({0}) < 100000000000000000)"

COLUMNS = (
    "ALTER TABLE unit ADD COLUMN contact TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE figure ADD COLUMN source TEXT NOT NULL DEFAULT ''",
)

JOURNAL = (
    """
    CREATE TABLE rebuilt (
        id INTEGER PRIMARY KEY,
        at TEXT NOT NULL,
        system_user TEXT NOT NULL,
        name TEXT NOT NULL,
        label TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('change', 'undo', 'redo', 'revert')),
        reverts INTEGER REFERENCES journal (id),
        changes INTEGER NOT NULL,
        digest TEXT NOT NULL,
        previous TEXT NOT NULL,
        hash TEXT NOT NULL,
        CHECK ((kind = 'change') = (reverts IS NULL))
    ) STRICT
    """,
    "INSERT INTO rebuilt SELECT id, at, system_user, name, label, kind, reverts, changes, digest, previous, hash FROM journal",
    "DROP TABLE journal",
    "ALTER TABLE rebuilt RENAME TO journal",
)

TABLES = (
    # Contents by their SHA-256. Neither journalled nor undone: what is entered names them by it, so that the journal covers them.
    """
    CREATE TABLE blob (
        id INTEGER PRIMARY KEY,
        sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
        content BLOB NOT NULL
    ) STRICT
    """,
    f"""
    CREATE TABLE report (
        id INTEGER PRIMARY KEY,
        unit_id INTEGER NOT NULL REFERENCES unit (id),
        month {_MONTH},
        received TEXT NOT NULL CHECK (received IS date(received))
    ) STRICT
    """,
    f"""
    CREATE TABLE acceptance (
        id INTEGER PRIMARY KEY,
        unit_id INTEGER NOT NULL REFERENCES unit (id),
        indicator_id INTEGER NOT NULL REFERENCES indicator (id),
        month {_MONTH},
        rule TEXT NOT NULL CHECK (rule <> ''),
        value {_AMOUNT.format("value")},
        note TEXT NOT NULL CHECK (trim(note) <> '')
    ) STRICT
    """,
    f"""
    CREATE TABLE publication (
        id INTEGER PRIMARY KEY,
        month {_MONTH},
        number INTEGER NOT NULL CHECK (number > 0),
        dated TEXT NOT NULL CHECK (dated IS date(dated)),
        at TEXT NOT NULL,
        person TEXT NOT NULL,
        program TEXT NOT NULL,
        digest TEXT NOT NULL REFERENCES blob (sha256),
        withdrawn TEXT NOT NULL,
        withdrawn_at TEXT,
        UNIQUE (month, number),
        CHECK ((withdrawn = '') = (withdrawn_at IS NULL))
    ) STRICT
    """,
    f"""
    CREATE TABLE correction (
        id INTEGER PRIMARY KEY,
        month {_MONTH},
        number INTEGER NOT NULL CHECK (number > 0),
        at TEXT NOT NULL,
        person TEXT NOT NULL,
        reason TEXT NOT NULL CHECK (trim(reason) <> ''),
        UNIQUE (month, number)
    ) STRICT
    """,
    f"""
    CREATE TABLE correction_figure (
        id INTEGER PRIMARY KEY,
        correction_id INTEGER NOT NULL REFERENCES correction (id),
        unit_id INTEGER NOT NULL REFERENCES unit (id),
        indicator_id INTEGER NOT NULL REFERENCES indicator (id),
        old {_AMOUNT.format("old")},
        new {_AMOUNT.format("new")},
        UNIQUE (correction_id, unit_id, indicator_id),
        CHECK (old IS NOT new)
    ) STRICT
    """,
)

# What a journalled row is of, beside its images, which would have to be parsed to find it; the images alone are hashed.
PLACES = (
    "ALTER TABLE journal_change ADD COLUMN unit_id INTEGER",
    "ALTER TABLE journal_change ADD COLUMN indicator_id INTEGER",
    "ALTER TABLE journal_change ADD COLUMN month INTEGER",
    """
    UPDATE journal_change SET
        unit_id = CASE table_name WHEN 'unit' THEN row_id ELSE json_extract(coalesce(new, old), '$.unit_id') END,
        indicator_id = CASE table_name WHEN 'indicator' THEN row_id ELSE json_extract(coalesce(new, old), '$.indicator_id') END,
        month = json_extract(coalesce(new, old), '$.month')
    """,
)

INDEXES = (
    "CREATE UNIQUE INDEX report_key ON report (month, unit_id)",
    "CREATE INDEX report_by_unit ON report (unit_id)",
    "CREATE UNIQUE INDEX acceptance_key ON acceptance (month, unit_id, indicator_id, rule)",
    "CREATE UNIQUE INDEX publication_in_force ON publication (month) WHERE withdrawn = ''",
    "CREATE INDEX journal_change_by_place ON journal_change (unit_id, indicator_id, month, entry_id)",
)

STATEMENTS = COLUMNS + JOURNAL + TABLES + PLACES + INDEXES
