"""YAML to checked models to SQLite: build time and maintainers only."""
