"""Peer support forums for budget holders and carers."""
