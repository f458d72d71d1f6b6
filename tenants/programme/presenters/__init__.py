"""The board's tables and charts, ready for a page and for a download."""
