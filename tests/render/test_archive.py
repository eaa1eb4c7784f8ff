"""The zip around a paper: what any reader unpacks, the same bytes for the same parts."""

from __future__ import annotations

import subprocess
import sys
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.render import Archive, codec
from tests.render.build import parts_of

STILL = {"b.xml": b"<b/>", "[Content_Types].xml": b"<t/>", "_rels/.rels": b"", "word/ảnh.png": bytes(range(256)) * 9}
CODECS = [found for found in (codec.ZLIB, codec.ISAL) if found is not None]


@pytest.mark.parametrize("by", CODECS, ids=lambda found: found.name)
@given(made=st.dictionaries(st.sampled_from(["a.xml", "b.xml", "ư.xml"]), st.binary(max_size=300)))
def test_what_was_packed_is_unpacked(by: codec.Codec, made: dict[str, bytes]) -> None:
    archive = Archive(STILL, by)
    packed = archive.pack(made)

    assert parts_of(packed) == {**STILL, **made}
    assert list(parts_of(packed))[:2] == ["[Content_Types].xml", "_rels/.rels"]
    assert archive.pack(made) == packed == Archive(STILL, by).pack(made)


@pytest.mark.parametrize("by", CODECS, ids=lambda found: found.name)
@given(data=st.binary(max_size=5000))
def test_every_codec_gives_what_zlib_unpacks(by: codec.Codec, data: bytes) -> None:
    assert zlib.decompress(by.deflate(data), -15) == data
    assert by.crc32(data) == zlib.crc32(data)


def test_zlib_serves_where_isal_is_not_installed() -> None:
    code = "import sys; sys.modules['isal'] = None; from docgen.render import codec; print(codec.BEST.name)"

    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "zlib\n"
