"""The accessibility check of a resource: what a program finds on the page as readers get it."""
