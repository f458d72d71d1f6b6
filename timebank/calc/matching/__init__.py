"""Who should help whom: an exact search by a solver library, with its reasons in words. No Django, no database.

`propose.proposals(case)` gives the proposals; `first_come.proposals(case)` what would have happened without it.
"""
