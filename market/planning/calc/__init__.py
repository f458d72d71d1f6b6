"""What a year costs, as pure calculation: no Django, no database, whole pence in and out."""
