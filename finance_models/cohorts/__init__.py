"""Finance cohorts: criteria in a form that reads as a sentence, saved by version, counted by a run.

The rules are `calc.cohorts`; they load the query engine, so they are imported where they are used.
"""
