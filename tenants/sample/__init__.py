"""The demo's made-up activity of areas: plausible, labelled as sample, and written by the same actions as real one."""
