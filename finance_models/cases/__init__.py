"""The case baseline: single cases before and after their plan, by a form or by rows of a workbook."""
