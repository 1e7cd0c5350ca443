"""The maintainers' tools: each module has ``run`` and ``add_arguments``."""
