"""Interfaces: each reads its arguments, calls the pipeline and prints."""
