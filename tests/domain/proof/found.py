"""What the reader finds in a text, short enough to stand in a test."""

from __future__ import annotations

from tracker.domain.proof import statements
from tracker.domain.proof.plain_text import plain_text

Found = tuple[str, dict[str, str], str]


def found(text: str, month: int | None = None) -> list[Found]:
    """Kind, inputs as printed with their units, and the signed result with its unit; the month is among the inputs."""
    return [
        (
            str(statement.kind),
            {name: f"{quantity.printed}{quantity.unit.name}" for name, quantity in statement.inputs}
            | ({} if statement.month is None else {"month": str(statement.month)}),
            f"{statement.result.printed}{statement.result.unit.name}",
        )
        for statement in statements(plain_text(text).text, month)
    ]
