"""Builds evidence-review websites from claim records and studies."""
