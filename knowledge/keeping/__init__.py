"""Keeping resources right: when each is to be reviewed, who is reminded, and what they answer."""
