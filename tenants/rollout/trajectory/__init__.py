"""How many people the area plans to reach, by quarter and group: revisions, the plan against what was signed."""
