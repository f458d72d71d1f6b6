"""The house rules that members accept: their version is the day on which they were last changed."""

VERSION = "2026-11-26"
