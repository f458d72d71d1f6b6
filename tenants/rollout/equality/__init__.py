"""Equality impact assessments of each group's plan and of finance cohorts: written in screens, agreed, reviewed."""
