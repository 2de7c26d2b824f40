"""Documents to objects and back; it knows no class of ours.

`decode` and `encode` stand between attrs classes and plain values, the others between plain values and text.
"""

from periodize._codec._objects import decode, encode, lenient
from periodize._codec._texts import DEEPEST_NESTING, LONGEST_DOCUMENT, canonical_json, parse_json, parse_toml

__all__ = [
    "DEEPEST_NESTING",
    "LONGEST_DOCUMENT",
    "canonical_json",
    "decode",
    "encode",
    "lenient",
    "parse_json",
    "parse_toml",
]
