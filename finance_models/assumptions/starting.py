"""The text that a first set of assumptions begins with. Its figures are examples, to be replaced by the area's own."""

TEXT = """\
# The base year. `end` is the day after the last.
[window]
start = 2013-04-01
end = 2014-04-01

[capitation]
truncation = 40000         # pounds: what a person costs beyond this is spread over everybody
credibility = 50           # person-years: how far a small band leans on its reference rate
inflation = 0.021
growth = 0.01
efficiency = 0.04
ltc_bands = [0, 1, 2, 4]   # lower edges: long-term conditions
age_bands = [0, 18, 65, 75, 85]

# Reference rates in pounds, where there are any.
# [capitation.reference]
# "65-74/2-3" = 5000

[price_index]
"2012/13" = 98.1
"2013/14" = 100

[gain_share]
corridor = 0.02
tiers = [[0.03, 0.5], [0, 0.3]]
cap = 0.02
quality = 0.85

[gain_share.split]
ccg = 0.40
council = 0.25
acute = 0.20
community = 0.10
voluntary = 0.05
"""
