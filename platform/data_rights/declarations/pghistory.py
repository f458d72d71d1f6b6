"""django-pghistory: who made the changes that events tell of, by number."""

MODELS = {
    "pghistory.Context": {"other": "id created_at updated_at metadata"},
}
