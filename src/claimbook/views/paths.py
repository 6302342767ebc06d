"""Addresses of lists of claims, below the top of the site."""


def condition_path(code: str) -> str:
    """Address of the list of claims on a condition."""
    return f"conditions/{code}/"


def outcome_path(code: str) -> str:
    """Address of the list of claims on a group of outcomes."""
    return f"outcomes/{code}/"
