"""Keys and signatures in minisign's format, against the real tool."""

import base64
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrterm.editions import minisign, trust
from hrterm.editions.current import database_in_use
from hrterm.editions.installing import install
from hrterm.editions.refusals import EditionError
from tests.editions.making import Keys, make_keys, make_pack

real = pytest.mark.skipif(
    shutil.which("minisign") is None,
    reason="minisign is not installed (Debian: apt-get install minisign)",
)


def tool(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["minisign", *map(str, arguments)], capture_output=True, text=True, check=False
    )


@pytest.fixture(params=[0xE7620F1842B4E81F, 0x0123456789ABCDEF, 10], ids=hex)
def real_keys(request: pytest.FixtureRequest, tmp_path: Path) -> Keys:
    """Keys whose public half the real tool wrote; the numbers are always the same."""
    keys = make_keys(tmp_path, request.param)
    keys.public.unlink()
    made = tool("-R", "-s", keys.secret, "-p", keys.public)
    assert made.returncode == 0, made.stderr
    return keys


@real
def test_a_key_that_the_real_tool_made_is_read(tmp_path: Path) -> None:
    keys = Keys(tmp_path / "real.key", tmp_path / "real.pub")
    made = tool("-G", "-W", "-s", keys.secret, "-p", keys.public)
    assert made.returncode == 0, made.stderr
    public = minisign.read_public_key(keys.public.read_text())
    assert minisign.public_key(keys.key) == public


@real
def test_the_real_tool_verifies_ours(
    databases: tuple[Path, ...], real_keys: Keys, tmp_path: Path
) -> None:
    pack = make_pack(databases[0], tmp_path / "ours.hrpack", real_keys)
    verified = tool("-V", "-m", pack, "-p", real_keys.public)
    assert verified.returncode == 0, verified.stderr
    assert "hrterm edition 3000.1" in verified.stdout
    public = minisign.public_key(real_keys.key)
    assert tool("-V", "-m", pack, "-P", public.text).returncode == 0
    pack.write_bytes(pack.read_bytes() + b"x")
    assert tool("-V", "-m", pack, "-p", real_keys.public).returncode != 0


@real
@pytest.mark.parametrize("older_form", [False, True])
def test_we_verify_the_real_tool(
    databases: tuple[Path, ...], real_keys: Keys, tmp_path: Path, older_form: bool
) -> None:
    pack = make_pack(databases[0], tmp_path / "theirs.hrpack", None)
    form = ["-l"] if older_form else []
    signed = tool("-S", *form, "-s", real_keys.secret, "-m", pack, "-t", "Märchen, 3/4")
    assert signed.returncode == 0, signed.stderr
    signature = minisign.read_signature(Path(f"{pack}.minisig").read_bytes())
    assert signature is not None and signature.prehashed != older_form
    trust.add(str(real_keys.public), "Real")
    outcome = install(str(pack))
    assert outcome.record.origin == trust.Origin(
        "trusted", real_keys.id, "Real", "Märchen, 3/4"
    )
    assert database_in_use() == outcome.path


@real
def test_ids_are_shown_as_the_real_tool_shows_them(real_keys: Keys) -> None:
    comment = real_keys.public.read_text().splitlines()[0]
    assert comment.endswith(f" {real_keys.id}")
    assert minisign.public_key(real_keys.key).file == real_keys.public.read_text()


def test_an_id_is_written_as_the_real_tool_does_without_leading_zeros(
    tmp_path: Path,
) -> None:
    assert make_keys(tmp_path, 10).id == "A"


def test_a_key_with_a_password_is_refused_with_the_way_out(tmp_path: Path) -> None:
    raw = b"EdScB2" + bytes(range(152))
    text = f"untrusted comment: x\n{base64.b64encode(raw).decode()}\n"
    with pytest.raises(EditionError, match="minisign -S -m"):
        minisign.read_secret_key(text)


def test_a_damaged_secret_key_is_refused(keys: Keys) -> None:
    raw = bytearray(base64.b64decode(keys.secret.read_text().splitlines()[1]))
    raw[70] ^= 1
    text = f"untrusted comment: x\n{base64.b64encode(raw).decode()}\n"
    with pytest.raises(EditionError, match="damaged"):
        minisign.read_secret_key(text)
    for wrong in ("", "x", keys.public.read_text(), "untrusted comment: x\nUldT"):
        with pytest.raises(EditionError):
            minisign.read_secret_key(wrong)


def test_public_keys_as_file_and_as_word(keys: Keys) -> None:
    text = keys.public.read_text()
    key = minisign.read_public_key(text)
    assert minisign.read_public_key(text.splitlines()[1]) == key
    assert minisign.read_public_key(text.replace("\n", "\r\n")) == key
    for wrong in ("", "RW", text.splitlines()[1][:-2], "a\nb\nc", "Ω"):
        with pytest.raises(EditionError) as raised:
            minisign.read_public_key(wrong)
        assert raised.value.code == "no-key"


def test_signing_is_reproducible_and_covers_the_comment(keys: Keys) -> None:
    text = minisign.sign(b"content", keys.key, "said")
    assert text == minisign.sign(b"content", keys.key, "said")
    public = minisign.public_key(keys.key)
    for ends in (text, text.replace("\n", "\r\n"), text.removesuffix("\n")):
        signature = minisign.read_signature(ends.encode())
        assert signature is not None
        assert minisign.verifies(b"content", signature, public)
        assert not minisign.verifies(b"contents", signature, public)
        forged = signature._replace(comment="forged")
        assert not minisign.verifies(b"content", forged, public)


@given(st.binary(max_size=200))
def test_bytes_that_are_no_signature(content: bytes) -> None:
    assert minisign.read_signature(content) is None


def test_every_altered_byte_of_a_signature_is_noticed(keys: Keys) -> None:
    text = minisign.sign(b"content", keys.key, "said").encode()
    public = minisign.public_key(keys.key)
    free = range(len(b"untrusted comment: "), text.index(b"\n"))
    for position in range(len(text)):
        changed = bytearray(text)
        changed[position] ^= 4
        signature = minisign.read_signature(bytes(changed))
        holds = signature is not None and minisign.verifies(
            b"content", signature, public
        )
        assert holds == (position in free and changed[position] < 0x80), position


def test_an_overlong_signature_is_refused(keys: Keys) -> None:
    text = minisign.sign(b"content", keys.key, "x" * 20_000)
    assert minisign.read_signature(text.encode()) is None
