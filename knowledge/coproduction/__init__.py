"""How a resource is made together and agreed before it is published."""
