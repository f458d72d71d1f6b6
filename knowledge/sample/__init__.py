"""The demo's sample resources. Their texts stand in `resources/`, a file each, in the form that `texts.py` reads."""
