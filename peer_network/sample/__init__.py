"""Sample conversations for the demo, as data: `*.toml`, each of which says its shape at the top."""
