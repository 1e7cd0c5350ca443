"""hrterm: an offline, bilingual harm-reduction reference for the terminal."""

__version__ = "0.1.0"
