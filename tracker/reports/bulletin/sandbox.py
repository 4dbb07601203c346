"""Where an office's template is filled: it sees its fields and nothing else, neither files nor the program."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from jinja2 import StrictUndefined, TemplateError, UndefinedError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing

if TYPE_CHECKING:
    from jinja2 import Environment

FAULTS = (TemplateError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError)
"""What filling a template raises where the template is wrong: jinja2's own errors, and Python's from what it was told to do."""
LARGEST_PRODUCT = 10_000
"""A text or number times another is refused past this: a slip of the finger must not fill the memory."""


class FieldUndefined(UndefinedError):
    """A field that does not exist was asked for."""

    def __init__(self, name: str, message: str | None = None) -> None:
        super().__init__(message)
        self.name = name


class _Unknown(StrictUndefined):
    """What a name without a field stands for: an error that knows the name, whatever is done with it."""

    __slots__ = ()

    def __init__(self, hint: str | None = None, obj: Any = missing, name: str | None = None, exc: Any = UndefinedError) -> None:
        fault: Any = (
            partial(FieldUndefined, name or "") if exc is UndefinedError else exc
        )  # what the sandbox forbids says so itself
        super().__init__(hint, obj, name, fault)


class _Sandbox(ImmutableSandboxedEnvironment):
    intercepted_binops = frozenset({"*", "**"})

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:  # noqa: ARG002 - jinja2 hands all over
        """Multiply small whole numbers; nothing else."""
        if operator != "*" or not (isinstance(left, int) and isinstance(right, int)) or abs(left * right) > LARGEST_PRODUCT:
            raise ValueError(operator)
        return left * right


def sandbox() -> Environment:
    """A new one; what it prints is made safe for XML. Unknown names raise FieldUndefined."""
    environment = _Sandbox(undefined=_Unknown, autoescape=True)
    environment.globals.clear()
    return environment
