"""Why a pack, a key or an edition was not taken."""


class EditionError(Exception):
    """Nothing was changed; ``message`` says why and what to do next.

    Codes: ``missing``, ``unreadable``, ``unwritable``, ``full``, ``busy``, ``no-pack``,
    ``too-large``, ``tampered``, ``unsigned``, ``foreign``, ``other-schema``, ``older``,
    ``no-key``, ``no-edition``.
    """

    def __init__(self, code: str, message: str) -> None:
        """Keep the code for programs and the sentence for people."""
        super().__init__(code, message)
        self.code = code
        self.message = message
