"""Files in and out: the upload guard, reading tables, writing CSV, workbooks and PDF."""

from django.apps import AppConfig


class FilesConfig(AppConfig):
    """Files."""

    name = "files"
    label = "files"
    verbose_name = "Files"
