"""The quality report of a data version, as it was made when the version was loaded."""
