"""Schema 1, the first one released. Never edited again: what changes later is a migration of its own.

Months are keys (202609), amounts whole millionths, other decimals their text. Every table has an INTEGER PRIMARY KEY and no
generated column, because the undo log names rows by it and writes them back column by column.
"""

_MONTH = "BETWEEN 190001 AND 999912 AND {0} % 100 BETWEEN 1 AND 12"


def _month(column: str) -> str:
    return f"{column} {_MONTH.format(column)}"


TABLES = (
    """
    CREATE TABLE setting (
        id INTEGER PRIMARY KEY,
        key TEXT NOT NULL UNIQUE CHECK (key <> ''),
        value TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE unit_group (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL UNIQUE CHECK (trim(name) <> ''),
        sort INTEGER NOT NULL
    ) STRICT
    """,
    f"""
    CREATE TABLE unit (
        id INTEGER PRIMARY KEY,
        code TEXT NOT NULL UNIQUE CHECK (trim(code) <> ''),
        name TEXT NOT NULL CHECK (trim(name) <> ''),
        group_id INTEGER NOT NULL REFERENCES unit_group (id),
        sort INTEGER NOT NULL,
        valid_from INTEGER CHECK ({_month("valid_from")}),
        valid_to INTEGER CHECK ({_month("valid_to")}),
        merged_into INTEGER REFERENCES unit (id),
        CHECK (valid_from <= valid_to),
        CHECK (merged_into <> id),
        CHECK (merged_into IS NULL OR valid_to IS NOT NULL)
    ) STRICT
    """,
    """
    CREATE TABLE indicator (
        id INTEGER PRIMARY KEY,
        code TEXT NOT NULL UNIQUE CHECK (trim(code) <> ''),
        name TEXT NOT NULL UNIQUE CHECK (trim(name) <> ''),
        unit TEXT NOT NULL,
        decimals INTEGER NOT NULL CHECK (decimals BETWEEN 0 AND 6),
        kind TEXT NOT NULL CHECK (kind IN ('flow', 'stock', 'ratio')),
        direction TEXT NOT NULL CHECK (direction IN ('higher', 'lower')),
        rank_by TEXT NOT NULL CHECK (rank_by IN ('completion', 'cumulative', 'yoy')),
        entered_by TEXT NOT NULL CHECK (entered_by IN ('month', 'cumulative')),
        numerator INTEGER REFERENCES indicator (id),
        denominator INTEGER REFERENCES indicator (id),
        factor TEXT NOT NULL CHECK (factor <> ''),
        sort INTEGER NOT NULL,
        definition TEXT NOT NULL,
        CHECK ((kind = 'ratio') = (numerator IS NOT NULL)),
        CHECK ((kind = 'ratio') = (denominator IS NOT NULL)),
        CHECK (numerator <> id AND denominator <> id)
    ) STRICT
    """,
    """
    CREATE TABLE target (
        id INTEGER PRIMARY KEY,
        year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 9999),
        unit_id INTEGER REFERENCES unit (id),
        indicator_id INTEGER NOT NULL REFERENCES indicator (id),
        target_set TEXT NOT NULL CHECK (target_set IN ('assigned', 'stretch')),
        value INTEGER NOT NULL CHECK (abs(value) < 100000000000000000)
    ) STRICT
    """,
    """
    CREATE TABLE plan_share (
        id INTEGER PRIMARY KEY,
        year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 9999),
        indicator_id INTEGER NOT NULL REFERENCES indicator (id),
        month INTEGER NOT NULL CHECK (month BETWEEN 1 AND 12),
        share TEXT NOT NULL CHECK (share <> '')
    ) STRICT
    """,
    f"""
    CREATE TABLE figure (
        id INTEGER PRIMARY KEY,
        unit_id INTEGER NOT NULL REFERENCES unit (id),
        indicator_id INTEGER NOT NULL REFERENCES indicator (id),
        month INTEGER NOT NULL CHECK ({_month("month")}),
        value INTEGER CHECK (abs(value) < 100000000000000000),
        typed TEXT NOT NULL,
        note TEXT NOT NULL,
        CHECK (value IS NOT NULL OR typed <> '' OR note <> '')
    ) STRICT
    """,
    f"""
    CREATE TABLE month_state (
        id INTEGER PRIMARY KEY,
        month INTEGER NOT NULL UNIQUE CHECK ({_month("month")}),
        state TEXT NOT NULL CHECK (state IN ('open', 'published'))
    ) STRICT
    """,
    """
    CREATE TABLE scheme_line (
        id INTEGER PRIMARY KEY,
        year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 9999),
        group_id INTEGER REFERENCES unit_group (id),
        indicator_id INTEGER NOT NULL REFERENCES indicator (id),
        points TEXT NOT NULL CHECK (points <> ''),
        method TEXT NOT NULL CHECK (method <> ''),
        cap TEXT,
        bonus TEXT,
        bonus_cap TEXT,
        step TEXT,
        floor TEXT,
        each TEXT,
        tiers TEXT NOT NULL,
        basis TEXT
    ) STRICT
    """,
    """
    CREATE TABLE journal (
        id INTEGER PRIMARY KEY,
        at TEXT NOT NULL,
        system_user TEXT NOT NULL,
        name TEXT NOT NULL,
        label TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('change', 'undo', 'redo')),
        reverts INTEGER REFERENCES journal (id),
        changes INTEGER NOT NULL,
        digest TEXT NOT NULL,
        previous TEXT NOT NULL,
        hash TEXT NOT NULL,
        CHECK ((kind = 'change') = (reverts IS NULL))
    ) STRICT
    """,
    """
    CREATE TABLE journal_change (
        id INTEGER PRIMARY KEY,
        entry_id INTEGER NOT NULL REFERENCES journal (id) DEFERRABLE INITIALLY DEFERRED,
        table_name TEXT NOT NULL,
        row_id INTEGER NOT NULL,
        op TEXT NOT NULL CHECK (op IN ('insert', 'update', 'delete')),
        old TEXT,
        new TEXT,
        CHECK ((op = 'insert') = (old IS NULL)),
        CHECK ((op = 'delete') = (new IS NULL))
    ) STRICT
    """,
    """
    CREATE TABLE journal_head (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        entries INTEGER NOT NULL,
        hash TEXT NOT NULL
    ) STRICT
    """,
)

INDEXES = (
    "CREATE INDEX unit_by_group ON unit (group_id)",
    "CREATE INDEX unit_by_merger ON unit (merged_into) WHERE merged_into IS NOT NULL",
    "CREATE UNIQUE INDEX target_key ON target (indicator_id, year, target_set, coalesce(unit_id, 0))",
    "CREATE INDEX target_by_unit ON target (unit_id)",
    "CREATE UNIQUE INDEX plan_share_key ON plan_share (indicator_id, year, month)",
    "CREATE UNIQUE INDEX figure_key ON figure (month, unit_id, indicator_id)",
    # Holds everything that computing needs, in the order in which it is packed: the table itself is not read then.
    "CREATE INDEX figure_packed ON figure (indicator_id, unit_id, month, value)",
    "CREATE INDEX figure_without_value ON figure (month) WHERE value IS NULL",
    "CREATE INDEX scheme_line_by_group ON scheme_line (group_id)",
    "CREATE INDEX scheme_line_by_indicator ON scheme_line (indicator_id)",
    "CREATE INDEX journal_change_by_entry ON journal_change (entry_id)",
)

ROWS = ("INSERT INTO journal_head (id, entries, hash) VALUES (1, 0, '')",)

STATEMENTS = TABLES + INDEXES + ROWS
