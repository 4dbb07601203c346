"""Schema 3: a year's scheme has versions and terms; points by hand, and who is exempt from the black list. Never edited again."""

_MONTH = "INTEGER NOT NULL CHECK ({0} BETWEEN 190001 AND 999912 AND {0} % 100 BETWEEN 1 AND 12)"

COLUMNS = ("ALTER TABLE scheme_line ADD COLUMN from_month INTEGER NOT NULL DEFAULT 1 CHECK (from_month BETWEEN 1 AND 12)",)

TABLES = (
    """
    CREATE TABLE scheme_terms (
        id INTEGER PRIMARY KEY,
        year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 9999),
        from_month INTEGER NOT NULL CHECK (from_month BETWEEN 1 AND 12),
        total TEXT,
        late TEXT NOT NULL CHECK (late <> ''),
        missing TEXT NOT NULL CHECK (missing <> ''),
        most TEXT,
        UNIQUE (year, from_month)
    ) STRICT
    """,
    f"""
    CREATE TABLE adjustment (
        id INTEGER PRIMARY KEY,
        unit_id INTEGER NOT NULL REFERENCES unit (id),
        month {_MONTH.format("month")},
        points TEXT NOT NULL CHECK (points <> ''),
        reason TEXT NOT NULL CHECK (trim(reason) <> ''),
        document TEXT NOT NULL CHECK (trim(document) <> '')
    ) STRICT
    """,
    f"""
    CREATE TABLE exemption (
        id INTEGER PRIMARY KEY,
        unit_id INTEGER NOT NULL REFERENCES unit (id),
        indicator_id INTEGER REFERENCES indicator (id),
        first_month {_MONTH.format("first_month")},
        last_month {_MONTH.format("last_month")},
        reason TEXT NOT NULL CHECK (trim(reason) <> ''),
        CHECK (first_month <= last_month)
    ) STRICT
    """,
)

INDEXES = (
    "CREATE INDEX adjustment_by_month ON adjustment (month)",
    "CREATE INDEX adjustment_by_unit ON adjustment (unit_id)",
    "CREATE INDEX exemption_by_unit ON exemption (unit_id)",
    "CREATE INDEX exemption_by_indicator ON exemption (indicator_id) WHERE indicator_id IS NOT NULL",
)

STATEMENTS = COLUMNS + TABLES + INDEXES
