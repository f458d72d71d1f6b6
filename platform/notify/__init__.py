"""Notifications, in the page and by e-mail, and reminders."""
