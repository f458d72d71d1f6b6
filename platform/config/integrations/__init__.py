"""Settings of each large thing we build on, a module each; `config.settings` takes them all in."""
