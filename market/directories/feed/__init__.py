"""The feed at `/open-referral/`: what is listed here, in the words of the Human Services Data Specification."""
