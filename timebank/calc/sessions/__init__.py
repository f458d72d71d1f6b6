"""Pure calculation about sessions: how minutes are shared out, and which day silence confirms."""
