"""What a search finds of areas: the areas themselves, organisations, plans, the programme, an area's own roll-out."""
