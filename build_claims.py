#!/usr/bin/env python3
"""Checks the records of this book and builds its website; `python build_claims.py --help` tells how."""

import sys

try:
    from claimbook.cli import main
except ModuleNotFoundError as error:
    sys.exit(f"{error.name} is not installed here. Run `make site`, or first: python -m pip install -e .")

if __name__ == "__main__":
    main()
