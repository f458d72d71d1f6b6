"""Checks before posting: words of crisis, personal details, links and repeats, each explained kindly.

`peer_network.checks.actions.look_at` is what the rooms of the peer network call. `calc` is the looking itself: no Django.
"""
