"""Runs the command line as `python -m periodize`."""

import sys

from periodize.cli import main

if __name__ == "__main__":
    sys.exit(main())
