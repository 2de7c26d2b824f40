"""How wide lines are, and how rows become columns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

WIDTH = 98


def wrapped(items: Iterable[str], indent: str) -> list[str]:
    """Write items as a list with semicolons, in indented lines that fit; a line breaks between two items."""
    lines: list[str] = []
    for item in items:
        if lines and len(f"{lines[-1]} {item};") <= WIDTH:
            lines[-1] += f" {item};"
        else:
            lines.append(f"{indent}{item};")
    return [*lines[:-1], *(line.removesuffix(";") for line in lines[-1:])]


def widths(rows: Sequence[Sequence[str]]) -> list[int]:
    """Return the width of each column."""
    return [max(map(len, column)) for column in zip(*rows, strict=True)]


def columns(
    rows: Sequence[Sequence[str]], *, right: Sequence[int] = (), indent: str = "  ", wide: Sequence[int] = ()
) -> list[str]:
    """Write rows as columns that are as wide as their widest cell, or as wide as said; those of `right` end in line.

    A column without a word is left out.

    >>> columns([["a", "1"], ["bb", "20"]], right=[1])
    ['  a    1', '  bb  20']
    """
    said = wide or widths(rows)
    lines = []
    for row in rows:
        cells = [
            cell.rjust(width) if index in right else cell.ljust(width)
            for index, (cell, width) in enumerate(zip(row, said, strict=True))
            if width
        ]
        lines.append((indent + "  ".join(cells)).rstrip())
    return lines
