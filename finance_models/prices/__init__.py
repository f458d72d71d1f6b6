"""Unit costs and providers as versioned tables: `storing` reads and keeps them, `queries` gives the latest."""
