"""Clubbing together: people with the same need find a shared price, and nobody learns who they are."""
