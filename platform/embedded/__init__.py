"""PostgreSQL and Redis from wheels, and the one-command demo."""
