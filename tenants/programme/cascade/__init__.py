"""The board's pages of sites: implementation cohorts, who mentors whom, cohorts compared at equal age."""
