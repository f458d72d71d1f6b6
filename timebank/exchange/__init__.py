"""Offers and requests: what areas offer one another and ask for, until when, and who acts for whom."""
