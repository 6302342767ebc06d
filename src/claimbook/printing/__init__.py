"""Prints what was found out about a book for terminals, for summaries of checks and for comments on changes."""
