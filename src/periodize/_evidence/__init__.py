"""The numbers that planner and rules rest on, each with its unit, grade and sources.

A number stands here once; nobody writes a bare number elsewhere. A module each holds the numbers of one subject.
"""

from periodize._evidence._guideline import Grade, Guideline
from periodize._evidence._sources import SOURCES, Source

__all__ = ["SOURCES", "Grade", "Guideline", "Source"]
