#!/usr/bin/env python3
"""Checks the records of this book and builds its website; `python build_claims.py --help` tells how."""

import sys

try:
    from claimbook.cli import main
except ModuleNotFoundError as error:
    once = "Once make has run, switch on what it installed: source .venv/bin/activate. Otherwise first: make install"
    sys.exit(f"{error.name} is not installed in this Python. {once} (without make: python -m pip install -e .)")

if __name__ == "__main__":
    main()
