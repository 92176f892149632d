"""PDF files, written by pypdf around a page of text whose letters can be read back."""

from __future__ import annotations

import io
from collections.abc import Callable

from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    StreamObject,
    TextStringObject,
)

_XMP = (
    '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:description>{text}</dc:description></rdf:Description></rdf:RDF>'
    '</x:xmpmeta><?xpacket end="w"?>'
)


def writer(text: str) -> PdfWriter:
    """Return a document of one page for each part of the text between lines ``---``."""
    made = PdfWriter()
    for page in text.split("\n---\n"):
        _page(made, page)
    return made


def saved(made: PdfWriter) -> bytes:
    """Return the file."""
    out = io.BytesIO()
    made.write(out)
    return out.getvalue()


def plain(text: str) -> bytes:
    """One line of the page a line; a line ``---`` begins a new page."""
    return saved(writer(text))


def _page(made: PdfWriter, text: str) -> None:
    letters = sorted(set(text) - {"\n"})
    codes = {letter: number for number, letter in enumerate(letters, 1)}
    page = made.add_blank_page(595, 842)
    fonts = DictionaryObject({NameObject("/F1"): made._add_object(_font(made, codes))})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    shown = " ".join(f"<{''.join(f'{codes[letter]:04X}' for letter in line)}> Tj T*" for line in text.split("\n"))
    content = DecodedStreamObject()
    content.set_data(f"BT /F1 12 Tf 14 TL 50 780 Td {shown} ET".encode())
    page[NameObject("/Contents")] = made._add_object(content)


def _font(made: PdfWriter, codes: dict[str, int]) -> DictionaryObject:
    """Return a font without drawings of letters, with the table that says which letter each code is."""
    pairs = [f"<{code:04X}> <{letter.encode('utf-16-be').hex()}>" for letter, code in codes.items()]
    blocks = (pairs[start : start + 100] for start in range(0, len(pairs), 100))
    ranges = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
    table = DecodedStreamObject()
    table.set_data(f"begincmap\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n{ranges}\nendcmap".encode())
    descendant = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/CIDFontType2"),
            NameObject("/BaseFont"): NameObject("/Sans"),
            NameObject("/DW"): NumberObject(600),
        }
    )
    return DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type0"),
            NameObject("/BaseFont"): NameObject("/Sans"),
            NameObject("/Encoding"): NameObject("/Identity-H"),
            NameObject("/ToUnicode"): made._add_object(table),
            NameObject("/DescendantFonts"): ArrayObject([made._add_object(descendant)]),
        }
    )


def info(text: str) -> bytes:
    """The text as the title among the properties."""
    made = writer("Thông báo")
    made.add_metadata({"/Title": " ".join(text.split())})
    return saved(made)


def xmp(text: str) -> bytes:
    """The text in the XMP description."""
    made = writer("Thông báo")
    made.xmp_metadata = _XMP.format(text=" ".join(text.split())).encode()
    return saved(made)


def annotation(text: str) -> bytes:
    """The text as a note stuck on the page."""
    made = writer("Thông báo")
    note = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Annot"),
            NameObject("/Subtype"): NameObject("/Text"),
            NameObject("/Rect"): ArrayObject([NumberObject(n) for n in (0, 0, 9, 9)]),
            NameObject("/Contents"): TextStringObject(text.strip()),
        }
    )
    made.pages[0][NameObject("/Annots")] = ArrayObject([made._add_object(note)])
    return saved(made)


def javascript(text: str) -> bytes:
    """A script that runs when the file is opened, in the table of names."""
    made = writer(text)
    run = {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("app.alert('x');")}
    names = ArrayObject([TextStringObject("a"), made._add_object(DictionaryObject(run))])
    table = DictionaryObject({NameObject("/Names"): names})
    made._root_object[NameObject("/Names")] = DictionaryObject({NameObject("/JavaScript"): table})
    return saved(made)


def embedded(text: str) -> bytes:
    """A file within the file."""
    made = writer(text)
    made.add_attachment("bang.xlsx", b"PK")
    return saved(made)


def encrypted(text: str) -> bytes:
    """A file under a password."""
    made = writer(text)
    made.encrypt("mat-khau", algorithm="RC4-128")
    return saved(made)


def owner_password(text: str) -> bytes:
    """A file that opens without a password, but may not be copied from."""
    made = writer(text)
    made.encrypt("", "mat-khau", algorithm="RC4-128")
    return saved(made)


def action(kind: str, key: str = "/OpenAction") -> Callable[[str], bytes]:
    """A file that does something when it is opened."""

    def build(text: str) -> bytes:
        made = writer(text)
        what = DictionaryObject({NameObject("/S"): NameObject(kind), NameObject("/F"): TextStringObject("cmd.exe")})
        made._root_object[NameObject(key)] = (
            what if key == "/OpenAction" else DictionaryObject({NameObject("/WC"): what})
        )
        return saved(made)

    return build


def scattered(text: str) -> bytes:
    """A script whose every word stands elsewhere in the file, as compressed files have it."""
    made = writer(text)
    parts = {"/S": NameObject("/JavaScript"), "/JS": TextStringObject("app.alert('x');")}
    what = DictionaryObject({NameObject(key): made._add_object(part) for key, part in parts.items()})
    made._root_object[NameObject("/OpenAction")] = made._add_object(what)
    return saved(made)


def calling(text: str) -> bytes:
    """A page that calls a drawing ten times, which calls another ten times, and so on."""
    made = writer(text)
    ref = made.pages[0].raw_get("/Contents")
    for level in range(7):
        drawing = DecodedStreamObject()
        drawing.set_data(b"/X Do " * 10 if level else b"BT /F1 12 Tf <0001> Tj ET")
        drawing[NameObject("/Subtype")] = NameObject("/Form")
        drawing[NameObject("/BBox")] = ArrayObject([NumberObject(0)] * 4)
        inner = {NameObject("/X"): ref} if level else {}
        drawing[NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): DictionaryObject(inner)})
        ref = made._add_object(drawing)
    made.pages[0][NameObject("/Resources")] = DictionaryObject(
        {NameObject("/XObject"): made._add_object(DictionaryObject({NameObject("/X"): ref}))}
    )
    content = DecodedStreamObject()
    content.set_data(b"/X Do " * 10)
    made.pages[0][NameObject("/Contents")] = made._add_object(content)
    return saved(made)


def form(text: str) -> bytes:
    """A form of XFA, which is a program of its own."""
    made = writer(text)
    xfa = StreamObject()
    xfa.set_data(b"<xdp/>")
    form_ = DictionaryObject({NameObject("/Fields"): ArrayObject(), NameObject("/XFA"): made._add_object(xfa)})
    made._root_object[NameObject("/AcroForm")] = form_
    return saved(made)


def field(text: str) -> bytes:
    """An ordinary form with one field filled in."""
    made = writer("Mẫu đơn")
    filled = DictionaryObject(
        {NameObject("/T"): TextStringObject("ho_ten"), NameObject("/V"): TextStringObject(text.strip())}
    )
    form_ = DictionaryObject({NameObject("/Fields"): ArrayObject([made._add_object(filled)])})
    made._root_object[NameObject("/AcroForm")] = form_
    return saved(made)


def bomb(text: str) -> bytes:
    """A page whose content is a megabyte of zeros compressed to nothing, many times over."""
    made = writer(text)
    stream = DecodedStreamObject()
    stream.set_data(b"0 " * 60_000_000)
    made.pages[0][NameObject("/Contents")] = made._add_object(stream.flate_encode())
    return saved(made)


def loop(text: str) -> bytes:
    """A tree of pages that leads back to itself."""
    made = writer(text)
    pages = made._root_object["/Pages"]
    assert isinstance(pages, DictionaryObject)
    pages[NameObject("/Kids")] = ArrayObject([made._root_object.raw_get("/Pages")])
    return saved(made)


RECIPES = {
    "pdf": plain,
    "pdf-info": info,
    "pdf-xmp": xmp,
    "pdf-annotation": annotation,
    "pdf-field": field,
    "pdf-javascript": javascript,
    "pdf-scattered-script": scattered,
    "pdf-calling": calling,
    "pdf-embedded": embedded,
    "pdf-encrypted": encrypted,
    "pdf-owner-password": owner_password,
    "pdf-launch": action("/Launch"),
    "pdf-opens-at": action("/GoTo"),
    "pdf-submit": action("/SubmitForm"),
    "pdf-closing-script": action("/JavaScript", "/AA"),
    "pdf-xfa": form,
    "pdf-bomb": bomb,
    "pdf-loop": loop,
    "pdf-broken": lambda text: plain(text)[:200],
    "pdf-program-before": lambda text: b"MZ\x90\x00" + plain(text),
    "pdf-page-before": lambda text: b"<html><script>alert(1)</script>" + plain(text),
}
