"""Files that were made to be slow, large or damaged: each is refused in one line, within bounds."""

from __future__ import annotations

import os
import random
import tracemalloc
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from struct import pack
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile

import pytest
from pypdf import PdfWriter

from nanoexplorer.files import ReadStopped
from nanoexplorer.formats.view import StateError
from nanoexplorer.render.reopening import reopen
from nanoexplorer.render.reopening.opening import OpenError, opened
from nanoexplorer.render.reopening.reopen import (
    MOST_WRITTEN,
    PDF_KEY,
    PNG_KEY,
    PPTX_PART,
    read_state,
)
from tests.packs import mini_pack

MOST_MEMORY = 12_000_000
"""Bytes that a look into any file may take."""
STATE = '{"a": "<&(\\\\)\u00df\u2019"}'
SIGNATURE = b"\x89PNG\r\n\x1a\n"


@contextmanager
def little_memory() -> Iterator[None]:
    tracemalloc.start()
    try:
        yield
        assert tracemalloc.get_traced_memory()[1] < MOST_MEMORY
    finally:
        tracemalloc.stop()


def chunk(kind: bytes, content: bytes) -> bytes:
    return pack(">I", len(content)) + kind + content + pack(">I", zlib.crc32(kind + content))


def png(*chunks: bytes) -> bytes:
    head = chunk(b"IHDR", pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0))
    pixels = chunk(b"IDAT", zlib.compress(b"\0" * 4))
    return SIGNATURE + head + b"".join(chunks) + pixels + chunk(b"IEND", b"")


def pptx(xml: str, packing: int = ZIP_DEFLATED) -> bytes:
    made = BytesIO()
    with ZipFile(made, "w", packing) as package:
        package.writestr(PPTX_PART, xml)
    return made.getvalue()


def with_property(state: str) -> str:
    return f'<P><property name="nanoexplorer"><v:lpwstr>{state}</v:lpwstr></property></P>'


def pdf(state: str) -> bytes:
    page, made = PdfWriter(), BytesIO()
    page.add_blank_page(10, 10)
    page.add_metadata({"/Title": "a", PDF_KEY: state, "/Z": "z"})
    page.write(made)
    return made.getvalue()


KEY = PNG_KEY.encode() + b"\0"
BOMB = zlib.compress(bytes(20_000_000), 9)
MANY = b"".join(chunk(b"zTXt", b"k%d\0\0" % n + BOMB) for n in range(20))
AMPERSANDS = "&amp;" * (MOST_WRITTEN // 4)
LIST = b"".join(
    b"PK\1\2" + bytes(24) + pack("<HHHHHII", 8, 0, 0, 0, 0, 0, 0) + b"%08d" % n
    for n in range(60_000)
)

SLOW_OR_LARGE: dict[str, bytes] = {
    "many texts that are not ours.png": png(MANY),
    "ours, a bomb.png": png(chunk(b"zTXt", KEY + b"\0" + BOMB)),
    "ours, a bomb of the other kind.png": png(chunk(b"iTXt", KEY + b"\1\0\0\0" + BOMB)),
    "ours, without an end.png": SIGNATURE + pack(">I", 2**31 - 1) + b"tEXt" + KEY + b"{}",
    "many empty parts.png": SIGNATURE + chunk(b"aaaa", b"") * 60_000,
    "signs without an end.svg": b"<nanoexplorer-state>" + AMPERSANDS.encode() * 3,
    "tags without an end.svg": b"<nanoexplorer-state" * 400_000,
    "a tag without a property.pptx": pptx("<" + "property " * 80_000),
    "many names in one tag.pptx": pptx("<" + 'property name="nanoexplorer" ' * 40_000),
    "a bomb.pptx": pptx("<a>" + " " * 50_000_000),
    "words that grow.pptx": pptx(
        '<!DOCTYPE P [<!ENTITY a "aaaaaaaaaa">'
        + "".join(
            f'<!ENTITY {c} "{f"&{p};" * 10}">' for p, c in zip("abcdefgh", "bcdefghi", strict=True)
        )
        + "]>"
        + with_property("&i;")
    ),
    "packed in a way without bounds.pptx": pptx(" " * 5_000_000, ZIP_BZIP2),
    "a list of many parts.pptx": LIST
    + pack("<4sHHHHIIH", b"PK\5\6", 0, 0, 60_000, 60_000, len(LIST), 0, 0),
    "an end that is far.pdf": b"%PDF-1.7\n%%EOF" + b"x\n" * 4_000_000,
    "many objects, no list of them.pdf": b"%PDF-1.7\n" + b"1 0 obj\n<<>>\nendobj\n" * 200_000,
    "ours, without an end.pdf": b"%PDF-1.7\n/NanoexplorerState (" + b"a" * 3_000_000,
    "ours, bracket in bracket.pdf": b"%PDF-1.7\n/NanoexplorerState " + b"(" * 3_000_000,
    "packed objects, many bombs.pdf": b"%PDF-1.7\n"
    + (b"<</Type /ObjStm>> stream\n" + BOMB + b"\nendstream\n") * 100,
    "packed objects, no stream.pdf": b"%PDF-1.7\n" + b"/ObjStm " * 1_000_000,
    "ours, many times.pdf": b"%PDF-1.7\n" + b"/NanoexplorerState" * 300_000,
}


@pytest.mark.parametrize("name", SLOW_OR_LARGE)
def test_what_would_take_long_or_much_memory_is_refused_within_bounds(
    tmp_path: Path, name: str
) -> None:
    path = tmp_path / name
    path.write_bytes(SLOW_OR_LARGE[name])
    with little_memory(), pytest.raises(StateError) as refused:
        read_state(path)
    assert refused.value.code in ("none", "damaged")


def spelled() -> dict[str, bytes]:
    """The same state in every way that a program may write it."""
    said = STATE.encode()
    wide = b"<FEFF" + STATE.encode("utf-16-be").hex().encode() + b">"
    escaped = STATE.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&#x22;")
    return {
        "international.png": png(chunk(b"iTXt", KEY + b"\0\0en\0ours\0" + said)),
        "international, packed.png": png(
            chunk(b"iTXt", KEY + b"\1\0\0\0" + zlib.compress(said)), MANY
        ),
        "behind others.png": png(
            chunk(b"tEXt", b"nano\0x"),
            chunk(b"zTXt", b"nanoexplorers\0\0"),
            chunk(b"iTXt", KEY + b"\0\0\0\0" + said),
        ),
        "words.svg": f"<svg><nanoexplorer-state>{escaped}</nanoexplorer-state></svg>".encode(),
        "over the edge.svg": b" " * ((1 << 20) - 5)
        + f"<nanoexplorer-state>{escaped}</nanoexplorer-state>".encode(),
        "property.pptx": pptx(with_property(escaped)),
        "packed.pdf": b"%PDF-1.7\n<</Type /ObjStm /N 1>>\nstream\nno zlib\nendstream\n"
        + b"<</Type/ObjStm/Length 9/Filter/FlateDecode>>stream\r\n"
        + zlib.compress(b"1 0 <</Title (a)/NanoexplorerState " + wide + b">>")
        + b"\nendstream",
        "twice.pdf": pdf("{}")
        + b"\n1 0 obj <</NanoexplorerState "
        + wide
        + b">>\n"
        + b"%" * (1 << 20),
    }


@pytest.mark.parametrize("name", spelled())
def test_a_state_is_read_however_it_is_spelled(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(spelled()[name])
    assert read_state(path) == STATE


@pytest.mark.parametrize(
    "state", ['{"a": "b"}', "\u0436\u2019 (\\", "(a) ) ( \\ \\( \r\n\t", "a" * 50_000]
)
def test_what_a_page_says_of_itself_is_read_as_the_library_reads_it(
    tmp_path: Path, state: str
) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf(state))
    assert read_state(path) == state


def test_a_packed_text_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(png(chunk(b"zTXt", KEY + b"\0" + zlib.compress(b"{}"))))
    assert read_state(path) == "{}"


def test_a_text_whose_sum_does_not_fit_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(png(chunk(b"tEXt", KEY + b"{}").replace(b"{}", b"{]")))
    with pytest.raises(StateError, match="damaged"):
        read_state(path)


@pytest.mark.parametrize("name", spelled())
def test_a_file_with_bits_flipped_or_cut_off_is_read_or_refused(tmp_path: Path, name: str) -> None:
    whole, path, drawn = spelled()[name], tmp_path / name, random.Random(name)
    for _ in range(150):
        flipped = bytearray(whole)
        for _ in range(drawn.randint(1, 8)):
            flipped[drawn.randrange(len(whole))] ^= 1 << drawn.randrange(8)
        path.write_bytes(flipped[: drawn.choice((len(whole), drawn.randrange(len(whole))))])
        assert code_of(path) in ("", "none", "damaged")


def code_of(path: Path) -> str:
    """Why there is no state in a file; empty where there is one."""
    try:
        read_state(path)
    except StateError as error:
        return error.code
    return ""


@pytest.mark.parametrize("kind", ["damaged", "spelled"])
def test_any_flipped_bit_of_the_property_is_one_line(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "a.pptx"
    said = "".join(f"{n:x}" for n in range(3000)) if kind == "damaged" else with_property("{}")
    whole = pptx(said)
    begin = whole.index(b"custom.xml") + len(b"custom.xml")
    for place in range(begin, min(begin + 60, len(whole))):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 255]) + whole[place + 1 :])
        with pytest.raises(OpenError) as refused:
            opened(mini_pack(), path)
        assert "\n" not in str(refused.value)


def test_names_that_no_file_has_and_what_is_no_file_are_one_line(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.png")
    (tmp_path / "loop.pdf").symlink_to("loop.pdf")
    (tmp_path / "folder.svg").mkdir()
    (tmp_path / "endless.pptx").symlink_to("/dev/zero")
    names = ["pipe.png", "loop.pdf", "folder.svg", "endless.pptx", "a\0b.png", "n" * 5000 + ".png"]
    for name in names:
        with pytest.raises(OpenError) as refused:
            opened(mini_pack(), tmp_path / name)
        assert str(refused.value).startswith(str(tmp_path / name))


def test_looking_stops_where_nobody_waits_any_longer(tmp_path: Path) -> None:
    path = tmp_path / "a.svg"
    path.write_bytes(bytes(10_000_000))
    asked: list[int] = []

    def stop() -> None:
        asked.append(1)
        if len(asked) == 5:
            raise ReadStopped

    with pytest.raises(ReadStopped):
        read_state(path, stop)
    assert len(asked) == 5


def test_a_file_that_is_too_large_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.svg"
    path.write_bytes(b"<nanoexplorer-state>{}<")
    monkeypatch.setattr(reopen, "MOST_BYTES", 5)
    with pytest.raises(StateError, match="none"):
        read_state(path)
