"""Sessions: finding a date, booking, confirming, disputes, the people who give, and what is said afterwards."""
