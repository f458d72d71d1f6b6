"""The contract register: `actions` writes it. A contract changes by a change that was intended, varied and signed."""
