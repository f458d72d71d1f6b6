"""Backup and restore: the database, media and private files in one archive; see `docs/decisions/0015-*`.

`saving` makes an archive, `archive` writes and reads the file, `restoring` puts it back, `swapping` exchanges files.
"""
