"""The information governance register: `actions` writes it, `queries` reads it. A load asks it first."""
