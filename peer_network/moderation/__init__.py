"""Keeping the room kind and safe: the queue, reports, what moderators decide, appeals, duty and alarms."""
