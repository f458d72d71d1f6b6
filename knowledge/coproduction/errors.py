"""Why a resource isn't published, or a step isn't done. Each message is a finished sentence for people."""

from django.core.exceptions import PermissionDenied


class NotAgreed(PermissionDenied):
    """The page as it stands lacks a step that nobody can leave out."""


class StepRefused(PermissionDenied):
    """This step can't be done now, or not by this person."""
