"""Finds the state of a view in a file that the app once wrote: PNG, SVG, HTML, PDF or PPTX.

Of a file of unknown origin only our own part is read, within bounds of size and memory: no picture
is decoded, no page parsed, nothing followed.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from struct import unpack
from typing import IO, Final, cast
from xml.parsers import expat
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from nanoexplorer.files import Bounded, ReadStopped, carry_on
from nanoexplorer.formats.view import MOST_SIGNS, StateError

PNG_KEY: Final = "nanoexplorer"
PDF_KEY: Final = "/NanoexplorerState"
SVG_TAG: Final = "nanoexplorer-state"
PPTX_PART: Final = "docProps/custom.xml"
PPTX_PROPERTY: Final = "nanoexplorer"
MOST_BYTES: Final = 200_000_000
"""Of a file that is looked into."""
MOST_WRITTEN: Final = 6 * MOST_SIGNS
"""Bytes of a state as a file spells it, with every sign escaped."""
MOST_CHUNKS: Final = 50_000
"""Parts of a picture."""
MOST_PACKED: Final = 50
"""Bundles of objects that are unpacked."""
MOST_NESTED: Final = 100
"""Brackets in brackets of a page's own words."""
MOST_LISTED: Final = 2_000_000
"""Bytes read of a deck: its list of parts, and the one part."""
_SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
_TEXTS: Final = (b"tEXt", b"zTXt", b"iTXt")
_ESCAPED: Final = re.compile(r"&(#x[0-9a-fA-F]{1,6}|#[0-9]{1,7}|amp|lt|gt|quot|apos);")
_NAMED: Final = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_SEARCHED: Final = 1 << 20
"""Bytes that are searched at a time."""


def read_state(path: Path, on: Callable[[], None] = carry_on) -> str:
    """The state as it was written, not looked at yet; `on` may raise ReadStopped on the way.

    Raises StateError where there is none (`none`) or the file is damaged, and ReadError.
    """
    read = _READERS.get(path.suffix.lower())
    if read is None:
        raise StateError("none")
    with Bounded(path, 3 * MOST_BYTES, on) as file:  # some of it is read twice
        state = read(file) if file.size <= MOST_BYTES else ""
    if not state:
        raise StateError("none")
    if len(state) > MOST_SIGNS:
        raise StateError("damaged")
    return state


def _png(file: Bounded) -> str:
    if file.read(len(_SIGNATURE)) != _SIGNATURE:
        raise StateError("none")
    key = PNG_KEY.encode() + b"\0"
    for kind, length in _chunks(file):
        if kind in _TEXTS and file.read(min(length, len(key))) == key:
            return _png_text(kind, _checked(file, kind + key, length - len(key)))
    return ""


def _chunks(file: Bounded) -> Iterator[tuple[bytes, int]]:
    """Each part's kind and length; what it holds is passed over."""
    for _ in range(MOST_CHUNKS):
        head = file.read(8)
        if len(head) < 8 or head[4:] == b"IEND":
            return
        begin, length = file.tell(), unpack(">I", head[:4])[0]
        yield head[4:], length
        file.seek(begin + length + 4)


def _checked(file: Bounded, before: bytes, length: int) -> bytes:
    """So many bytes that agree with the sum behind them."""
    if length > MOST_WRITTEN:
        raise StateError("damaged")
    content, given = file.read(length), file.read(4)
    if zlib.crc32(before + content) != int.from_bytes(given) or len(given) < 4:
        raise StateError("damaged")
    return content


def _png_text(kind: bytes, content: bytes) -> str:
    if kind == b"tEXt":
        return content.decode("latin-1")
    if kind == b"zTXt":
        return _inflated(content[1:]).decode("latin-1")
    packed, (_, _, said) = content[:1] == b"\1", content[2:].split(b"\0", 2)
    return (_inflated(said) if packed else said).decode("utf-8", "replace")


def _inflated(packed: bytes) -> bytes:
    """What was packed, or StateError where that would be more than any state of ours."""
    inflating = zlib.decompressobj()
    said = inflating.decompress(packed, MOST_WRITTEN)
    if inflating.unconsumed_tail or not inflating.eof:
        raise StateError("damaged")
    return said


def _svg(file: Bounded) -> str:
    begin, end = f"<{SVG_TAG}>".encode(), f"</{SVG_TAG}>".encode()
    place = _found(file, begin)
    if place < 0:
        return ""
    file.seek(place + len(begin))
    said, closed, _ = file.read(MOST_WRITTEN + len(end)).partition(b"<")
    if not closed:
        raise StateError("damaged")
    return _ESCAPED.sub(_sign, said.decode("utf-8", "replace"))


def _sign(escaped: re.Match[str]) -> str:
    name = escaped[1]
    if not name.startswith("#"):
        return _NAMED[name]
    number = int(name[2:], 16) if name[1] == "x" else int(name[1:])
    return chr(number) if 0 < number < 0x110000 else "\ufffd"


def _found(file: Bounded, wanted: bytes) -> int:
    """Where something first stands from here on, or -1."""
    begin, kept = file.tell(), b""
    while part := file.read(_SEARCHED):
        place = (kept + part).find(wanted)
        if place >= 0:
            return begin - len(kept) + place
        begin += len(part)
        kept = (kept + part)[-len(wanted) + 1 :]
    return -1


def _pdf(file: Bounded) -> str:
    """The last one: a file that was changed keeps what it said before."""
    if not file.read(1024).lstrip().startswith(b"%PDF-"):
        raise StateError("none")
    place = _last_found(file, PDF_KEY.encode())
    if place < 0:
        return _pdf_packed(file)
    file.seek(place + len(PDF_KEY))
    return _pdf_text(file.read(MOST_WRITTEN))


def _pdf_packed(file: Bounded) -> str:
    """Out of objects that another program has packed together."""
    file.seek(0)
    for _ in range(MOST_PACKED):
        place = _found(file, b"/ObjStm")
        if place < 0:
            break
        file.seek(place)
        packed = _PDF_STREAM.search(file.read(MOST_WRITTEN))
        with suppress(zlib.error):  # packed in another way
            said = zlib.decompressobj().decompress(packed[1], MOST_WRITTEN) if packed else b""
            _, found, text = said.rpartition(PDF_KEY.encode())
            if found:
                return _pdf_text(text)
        file.seek(place + 1)
    return ""


def _last_found(file: Bounded, wanted: bytes) -> int:
    """Where something last stands, or -1: looked for from the end, where it is written."""
    end, kept = file.size, b""
    while end > 0:
        begin = max(0, end - _SEARCHED)
        file.seek(begin)
        part = file.read(end - begin) + kept
        place = part.rfind(wanted)
        if place >= 0:
            return begin + place
        end, kept = begin, part[: len(wanted) - 1]
    return -1


_PDF_STREAM: Final = re.compile(rb"^.{0,500}?\bstream\r?\n(.*)", re.DOTALL)
_PDF_SIGN: Final = re.compile(rb"\\([0-7]{1,3}|\r\n|[\s\S])|([()])|\r\n?")
_PDF_NAMED: Final = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


def _pdf_text(written: bytes) -> str:
    written = written.lstrip(b" \t\r\n\f\0")
    if written[:1] == b"<":
        said, closed, _ = written[1:].partition(b">")
        digits = re.sub(rb"\s+", b"", said)
        content = bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))
    else:
        content, closed = _pdf_literal(written)
    if not closed:
        raise StateError("damaged")
    wide = content.startswith(b"\xfe\xff")
    return content[2:].decode("utf-16-be") if wide else content.decode("latin-1")


def _pdf_literal(written: bytes) -> tuple[bytes, bytes]:
    """What stands between brackets, which may stand in each other, and the last bracket."""
    said = bytearray()
    depth, place = 0, 0
    for sign in _PDF_SIGN.finditer(written):
        said += written[place : sign.start()]
        place = sign.end()
        bracket, escaped = sign[2], sign[1]
        if bracket:
            depth += 1 if bracket == b"(" else -1
            if not 0 < depth <= MOST_NESTED:
                return bytes(said[1:]), bracket if depth == 0 else b""
            said += bracket
        else:
            said += b"\n" if escaped is None else _pdf_sign(escaped)
    return b"", b""


def _pdf_sign(escaped: bytes) -> bytes:
    if escaped[:1] in b"01234567":
        return bytes([int(escaped, 8) & 0xFF])
    return b"" if escaped[:1] in b"\r\n" else _PDF_NAMED.get(escaped, escaped)


def _pptx(file: Bounded) -> str:
    file.budget = MOST_LISTED
    with ZipFile(cast(IO[bytes], file)) as package:
        if PPTX_PART not in package.NameToInfo:
            return ""
        about = package.getinfo(PPTX_PART)
        if about.compress_type not in (ZIP_STORED, ZIP_DEFLATED) or about.file_size > MOST_WRITTEN:
            raise StateError("damaged")
        with package.open(about) as part:
            return _pptx_property(part.read(MOST_WRITTEN))


def _pptx_property(xml: bytes) -> str:
    """The text of our property, whatever its prefixes."""
    inside: list[bool] = [False]
    said: list[str] = []

    def begin(name: str, about: dict[str, str]) -> None:
        if name.rpartition(":")[2] == "property":
            inside[0] = not said and about.get("name") == PPTX_PROPERTY

    def text(part: str) -> None:
        if inside[0]:
            said.append(part)

    def refuse(*_: object) -> None:
        raise StateError("damaged")  # what declares words of its own can grow without end

    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.CharacterDataHandler = begin, text
    parser.EntityDeclHandler = parser.StartDoctypeDeclHandler = refuse
    parser.Parse(xml, True)
    return "".join(said).strip()


def _kept_in_one_line(read: Callable[[Bounded], str]) -> Callable[[Bounded], str]:
    """Whatever a library raises, of all kinds, for what is wrong in a damaged file."""

    def careful(file: Bounded) -> str:
        try:
            return read(file)
        except (StateError, ReadStopped):
            raise
        except OSError as error:
            if getattr(error, "code", "") == "too-large":  # more than any of ours has
                raise StateError("damaged") from error
            raise
        except Exception as error:
            raise StateError("damaged") from error

    return careful


_READERS: Final[Mapping[str, Callable[[Bounded], str]]] = {
    suffix: _kept_in_one_line(read)
    for suffix, read in (
        (".png", _png),
        (".svg", _svg),
        (".html", _svg),
        (".pdf", _pdf),
        (".pptx", _pptx),
    )
}
HOLD_A_STATE: Final = tuple(_READERS)
"""The kinds of files that hold the state of a view, or questions."""
