"""Made-up data of areas' finance models for the demo: synthetic people, illustrative prices, all labelled so."""
