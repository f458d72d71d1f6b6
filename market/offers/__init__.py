"""Offers: written, checked, published, confirmed each year."""
