"""Conversations of two."""
