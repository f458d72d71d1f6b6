"""Which fields of the search's tables are about a person: none; see `data_rights.declared`.

The words of a search are kept only after several askers used the same ones; see `find.unanswered`.
"""

MODELS = {
    "find.Word": {"other": "word texts"},
    "find.UnansweredSearch": {"other": "id month digest asked words"},
}
