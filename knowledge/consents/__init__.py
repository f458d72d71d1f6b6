"""The consent that a story stands on: kept apart from its page, ended at once when somebody takes it back."""
