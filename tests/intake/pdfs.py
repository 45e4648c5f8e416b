"""Small PDFs, written by hand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

LEADING = 1.2  # from one line to the next, in font sizes


class Line(NamedTuple):
    """A line of text on a page, in points from the lower left corner."""

    text: str
    y: float
    x: float = 72
    size: float = 11


def lines_from(top: float, *texts: str, size: float = 11, x: float = 72) -> list[Line]:
    """Lines below each other."""
    return [Line(text, top - number * size * LEADING, x, size) for number, text in enumerate(texts)]


def write_pdf(*pages: Sequence[Line], title: str | None = None, extra: str = "") -> bytes:
    """A PDF with those lines on its pages; ``extra`` goes into the trailer."""
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>".encode(),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    for number, page in enumerate(pages):
        stream = b"\n".join(map(_shown, page))
        box = "/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>"
        about = f"<</Type/Page/Parent 2 0 R{box}/Contents {5 + 2 * number} 0 R>>"
        objects += [about.encode(), b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream)]
    objects.append(b"<<%s>>" % (b"/Title %s" % _string(title) if title else b""))
    return _file(objects, f"/Root 1 0 R/Info {len(objects)} 0 R{extra}".encode())


def _shown(line: Line) -> bytes:
    return b"BT /F %g Tf %g %g Td %s Tj ET" % (line.size, line.x, line.y, _string(line.text))


def _string(text: str) -> bytes:
    escaped = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return b"(%s)" % escaped.encode("cp1252")


def _file(objects: Sequence[bytes], trailer: bytes) -> bytes:
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    return bytes(out + b"trailer\n<</Size %d%s>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, table))
