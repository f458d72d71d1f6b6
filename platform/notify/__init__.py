"""Notifications, in the page and by e-mail, digests and reminders; and the one place that sends e-mail."""
