"""Co-produced resources and the editable front page, in Wagtail."""
