"""What maintainers run beside hrterm itself."""
