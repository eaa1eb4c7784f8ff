"""Copies for the tests of merging, each with everything that two files could quarrel about."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable
from pathlib import Path

from docgen.batch.merge import merge
from tests.render.build import OFFICE, PORTRAIT, STYLES, docx, p, parts_of, raw, run, style, zipped

NUMBERED = style("DanhSo", "Đánh số", '<w:numPr><w:numId w:val="2"/></w:numPr><w:ind w:left="1000"/>', based="Normal")
LANDSCAPE = (
    '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1134" w:right="1134" '
    'w:bottom="1134" w:left="1701" w:header="709" w:footer="709" w:gutter="0"/></w:sectPr>'
)
PAGE_NUMBER = raw('<w:fldSimple w:instr=" PAGE "><w:r><w:t>9</w:t></w:r></w:fldSimple>')


def level(form: str, text: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/>'
        '<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr></w:lvl>'
    )


NUMBERING = (
    '<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    + '<w:abstractNum w:abstractNumId="0"><w:nsid w:val="00AA00AA"/><w:multiLevelType w:val="singleLevel"/>'
    + f"{level('decimal', '%1.')}</w:abstractNum>"
    + '<w:abstractNum w:abstractNumId="1"><w:nsid w:val="00AA00AB"/><w:multiLevelType w:val="singleLevel"/>'
    + level("upperLetter", "%1)", '<w:pStyle w:val="DanhSo"/>')
    + "</w:abstractNum>"
    + '<w:abstractNum w:abstractNumId="2"><w:nsid w:val="00AA00AC"/><w:multiLevelType w:val="singleLevel"/>'
    + f"{level('bullet', '-')}</w:abstractNum>"
    + "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n - 1}"/></w:num>' for n in (1, 2, 3))
    + "</w:numbering>"
)


def listed(text: str, number: int) -> str:
    return p(text, ppr=f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>')


def relation(number: int, kind: str, target: str, more: str = "") -> str:
    folder = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    return f'<Relationship Id="rId{number}" Type="{folder}/{kind}" Target="{target}" {more}/>'


def png(shade: int) -> bytes:
    """A picture of one dot."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")

    head = (1).to_bytes(4, "big") * 2 + bytes((8, 0, 0, 0, 0))
    dot = zlib.compress(bytes((0, shade)))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", dot) + chunk(b"IEND", b"")


def picture(identity: str) -> str:
    size = '<wp:extent cx="360000" cy="360000"/>'
    pic = "http://schemas.openxmlformats.org/drawingml/2006/picture"
    return raw(
        f'<w:r><w:drawing><wp:inline>{size}<wp:docPr id="1" name="Hình 1"/><a:graphic><a:graphicData uri="{pic}">'
        f'<pic:pic xmlns:pic="{pic}"><pic:nvPicPr><pic:cNvPr id="0" name="Hình"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{identity}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr>'
        '<a:xfrm><a:off x="0" y="0"/><a:ext cx="360000" cy="360000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        "</a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def footnotes(*texts: str) -> str:
    lines = (
        '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
        '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p>'
        "</w:footnote>"
    )
    return lines + "".join(
        f'<w:footnote w:id="{n}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr><w:r><w:rPr>'
        f'<w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>{run(text)}</w:p></w:footnote>'
        for n, text in enumerate(texts, 1)
    )


def noted(text: str, number: int) -> str:
    mark = f'<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="{number}"/></w:r>'
    return raw(run(text), mark)


def comments(text: str) -> str:
    return (
        '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        f'<w:comment w:id="0" w:author="Hà">{p(text)}</w:comment></w:comments>'
    )


def everything(name: str, shade: int = 0, styles: str = STYLES + NUMBERED) -> bytes:
    """A copy called ``name`` with lists, a note, a comment, a bookmark, a link, a picture, a header, two sections."""
    made = docx(
        p(f"KẾ HOẠCH {name}"),
        listed(f"Việc một của {name}", 1),
        listed(f"Việc hai của {name}", 1),
        p(f"Mục một của {name}", style="DanhSo"),
        p(f"Mục hai của {name}", style="DanhSo"),
        listed(f"Gạch đầu dòng của {name}", 3),
        noted(f"Có chú thích {name}", 1),
        raw(
            '<w:commentRangeStart w:id="0"/>',
            run("Có lời góp ý"),
            '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>',
        ),
        raw('<w:bookmarkStart w:id="7" w:name="noi_nay"/>', run("Nơi này"), '<w:bookmarkEnd w:id="7"/>'),
        raw('<w:fldSimple w:instr=" PAGEREF noi_nay \\h "><w:r><w:t>1</w:t></w:r></w:fldSimple>'),
        raw('<w:hyperlink w:anchor="noi_nay"><w:r><w:t>tới nơi này</w:t></w:r></w:hyperlink>'),
        raw('<w:hyperlink r:id="rId20"><w:r><w:t>trang web</w:t></w:r></w:hyperlink>'),
        picture("rId21"),
        raw(run("Hết phần dọc"), ppr=PORTRAIT),
        p(f"PHỤ LỤC NGANG {name}"),
        header=PAGE_NUMBER,
        footnotes=footnotes(f" Chú thích của {name}"),
        styles=styles,
        section=LANDSCAPE,
        more={
            "word/numbering.xml": NUMBERING,
            "word/comments.xml": comments(f"Góp ý về {name}"),
            "word/media/image1.png": png(shade),
            "customXml/item1.xml": '<docgen xmlns="urn:docgen:du-lieu:1">{}</docgen>',
        },
        relations=relation(20, "hyperlink", "https://chinhphu.vn", 'TargetMode="External"')
        + relation(21, "image", "media/image1.png")
        + relation(22, "numbering", "numbering.xml")
        + relation(23, "comments", "comments.xml")
        + relation(24, "customXml", "../customXml/item1.xml"),
    )
    return with_types(made, numbering="numbering", comments="comments")


def with_types(made: bytes, **types: str) -> bytes:
    """The same file, its content types told for further parts of ``word/``."""
    parts: dict[str, str | bytes] = dict(parts_of(made))
    more = "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{OFFICE}.{kind}+xml"/>' for part, kind in types.items()
    )
    listing = parts["[Content_Types].xml"]
    assert isinstance(listing, bytes)
    parts["[Content_Types].xml"] = listing.replace(b"</Types>", more.encode() + b"</Types>")
    return zipped(parts)


def merged(folder: Path, copies: Iterable[bytes], *, odd: bool = False, cover: bool = False, title: str = "") -> bytes:
    """The copies, as files in a folder, merged."""
    paths = []
    for number, data in enumerate(copies, 1):
        paths.append(folder / f"{number:03}.docx")
        paths[-1].write_bytes(data)
    out = folder / "tat-ca.docx"
    merge(paths, out, odd=odd, cover=cover, title=title)
    return out.read_bytes()


def values(data: bytes, pattern: str, part: str = "word/document.xml") -> list[str]:
    """Everything a pattern finds in a part, in order."""
    return re.findall(pattern, parts_of(data)[part].decode())
