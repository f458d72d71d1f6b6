"""Safeguarding cases, seen only by safeguarding leads; who a member is, with a reason; the emergency script."""
