"""The team as a list: a workbook is filled in and uploaded, and everybody new in it is invited."""
