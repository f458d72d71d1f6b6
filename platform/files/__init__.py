"""Files in and out: the upload guard, reading tables, writing CSV, workbooks and PDF."""
