"""What a brief and a plan look like outside of Python: keys, envelope, version, and what a coach may leave out."""

from periodize._document._envelope import (
    FORMAT,
    VERSION,
    digest,
    dumps,
    loads,
    new_id,
    read_brief,
    read_brief_toml,
    read_plan,
    write_brief,
    write_plan,
)

__all__ = [
    "FORMAT",
    "VERSION",
    "digest",
    "dumps",
    "loads",
    "new_id",
    "read_brief",
    "read_brief_toml",
    "read_plan",
    "write_brief",
    "write_plan",
]
