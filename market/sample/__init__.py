"""Sample providers, offers, enquiries, needs and statements for the demo, marked as sample wherever they show."""
