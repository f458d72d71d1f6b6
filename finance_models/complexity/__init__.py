"""The complexity-adjusted model of an area: how well it predicts, and the payment that it would give."""
