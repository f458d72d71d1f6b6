"""How far the area has come: service components, key actions and promises. Three lists of things that are given from
outside, each with the area's own word on it; one way to say it, to keep it, to publish and to show it."""
