"""What is wrong with something from the outside: values with their place, collected and shown together."""

from __future__ import annotations

from dataclasses import dataclass, field

from tracker.errors import ExchangeError
from tracker.i18n import tr


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that keeps a file from being taken, and what to do about it.

    `row` counts as a person does, the header being row 1; None means the file as a whole. `column` is "" where the whole row is
    meant. `what` and `advice` are sentences in the user's language.
    """

    file: str
    row: int | None
    column: str
    what: str
    advice: str

    @property
    def place(self) -> str:
        """Where it is: "figures.csv, row 12, column value"."""
        if self.row is None:
            return self.file
        if not self.column:
            return tr("{file}, row {row}", file=self.file, row=self.row)
        return tr("{file}, row {row}, column {column}", file=self.file, row=self.row, column=self.column)

    def __str__(self) -> str:
        return tr("{place}: {what} {advice}", place=self.place, what=self.what, advice=self.advice).strip()


class DataFolderRefused(ExchangeError):
    """A data folder with problems; nothing of it was taken. `problems` has at least one, in the order of files and rows."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        super().__init__(tr("Nothing was loaded: {count} problems in the data folder.", count=len(problems)))


@dataclass(slots=True)
class Findings:
    """The problems found so far, over all the files of one folder."""

    problems: list[Problem] = field(default_factory=list)

    def add(self, file: str, row: int | None, column: str, *, what: str, advice: str = "") -> None:
        """Note one problem."""
        self.problems.append(Problem(file, row, column, what, advice))

    def lost(self, file: str, column: str) -> bool:
        """Whether rows of the file, or this column of some, could not be read: what refers to it cannot be judged then."""
        of_file = (problem for problem in self.problems if problem.file == file)
        return any(problem.row in (None, 1) or problem.column in ("", column) for problem in of_file)

    def refuse(self) -> None:
        """Raise DataFolderRefused with all of them, sorted by file and row, if there are any."""
        if self.problems:
            places = {problem.file: position for position, problem in reversed(list(enumerate(self.problems)))}
            raise DataFolderRefused(tuple(sorted(self.problems, key=lambda problem: (places[problem.file], problem.row or 0))))
