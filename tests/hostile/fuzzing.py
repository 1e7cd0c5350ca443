"""Coverage-guided fuzzing with atheris, of whatever takes bytes from outside.

    pip install -e ".[fuzz]"
    python -m tests.hostile.fuzz_yaml FOLDER -max_total_time=900

FOLDER keeps what reached new code, and is where the next run begins. What a harness
raises is a fault; the input that did it is written to ``crash-*``.
"""

import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from tempfile import mkdtemp

import atheris


def fuzz(once: Callable[[bytes], None], seeds: Iterable[bytes]) -> None:
    """Give ``once`` one input after another, beginning with the seeds.

    libFuzzer writes what it finds to the first folder and only reads the others.
    """
    folder = Path(mkdtemp(prefix="hrterm-seeds-"))
    for number, seed in enumerate(seeds):
        folder.joinpath(f"{number:04}").write_bytes(seed)
    atheris.Setup([*sys.argv, str(folder)], once)
    atheris.Fuzz()
