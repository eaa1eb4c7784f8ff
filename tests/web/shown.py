"""A page as a browser without scripts understands it: what is typed in the form, what stands beside what."""

from __future__ import annotations

from collections.abc import Iterable

from flask.testing import FlaskClient
from lxml import html
from werkzeug.test import TestResponse

from docgen.data_dir import find
from docgen.intake.form import to_pairs
from docgen.intake.kind_files import load_kinds
from docgen.intake.read import read_file
from docgen.store import Draft
from docgen.web.naming import title_of
from docgen.web.shop import store
from docgen.web.starting import sample_standard

Pair = tuple[str, str]

# The door that keeps nothing: a form is posted there without a draft.
FORM = "/soan/ke-hoach"

# The least a state plan needs.
LEAST: tuple[Pair, ...] = (
    ("co_quan.loai", "nha-nuoc"),
    ("co_quan.ten", "ỦY BAN NHÂN DÂN\nXÃ AN THỊNH"),
    ("co_quan.ky_hieu", "UBND"),
    ("dia_danh", "An Thịnh"),
    ("trich_yeu", "Trồng cây năm 2027"),
    ("phan[1].tieu_de", "MỤC ĐÍCH"),
    ("phan[1].noi_dung", "- Trồng 1.000 cây."),
    ("noi_nhan[1]", "UBND tỉnh"),
    ("luu", "VT"),
    ("ky.chuc_vu", "CHỦ TỊCH"),
)


def press(client: FlaskClient, pairs: Iterable[Pair], button: str, url: str = FORM) -> TestResponse:
    """Post the pairs as a browser does, by a button."""
    return client.post(
        url, data=multipart([*pairs, ("lam", button)]), content_type=f"multipart/form-data; boundary={_EDGE}"
    )


def new_draft(client: FlaskClient, pairs: Iterable[Pair] = (), **how: str) -> Draft:
    """A draft in the store of the client's app."""
    kept = list(pairs)
    return store(client.application).drafts.create("ke-hoach", kept, **{"title": title_of(kept), **how})


def new_form(client: FlaskClient, pairs: Iterable[Pair] = ()) -> str:
    """The address of the form of a new draft."""
    return f"/nhap/{new_draft(client, pairs).id}"


def stored(client: FlaskClient, at: str) -> Draft:
    """The draft as it is stored, by its id or the address of its form."""
    return store(client.application).drafts.get(at.removeprefix("/nhap/"))


def sample_pairs(issuer: str = "nha-nuoc") -> list[Pair]:
    """What the form of a draft begun from the sample holds."""
    data = find()
    form = load_kinds(data).get("ke-hoach")
    pairs = to_pairs(read_file(data.sample("ke-hoach", sample_standard(form, issuer))).raw, form)
    return [("co_quan.loai", issuer), *(pair for pair in pairs if pair[0] not in {"loai", "co_quan.loai"})]


_EDGE = "----docgen-tests"


def multipart(pairs: Iterable[Pair]) -> bytes:
    """The body of a post; a browser writes every line break as CR LF."""
    body = bytearray()
    for name, value in pairs:
        sent = value.replace("\n", "\r\n")
        body += f'--{_EDGE}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{sent}\r\n'.encode()
    return bytes(body + f"--{_EDGE}--\r\n".encode())


def replaced(pairs: Iterable[Pair], **values: str) -> list[Pair]:
    """The pairs with other values; dots of names are written as two underscores."""
    wanted = {name.replace("__", "."): value for name, value in values.items()}
    kept = [(name, wanted.pop(name, value)) for name, value in pairs]
    return [*kept, *wanted.items()]


class Shown:
    """One page."""

    def __init__(self, answer: TestResponse | str) -> None:
        self.html = answer if isinstance(answer, str) else answer.get_data(as_text=True)
        self.root = html.fromstring(self.html)
        for template in self.root.xpath("//template"):
            template.getparent().remove(template)

    def pairs(self) -> list[Pair]:
        """What a browser would post, without the token, the revision and the buttons."""
        found = []
        for element in self.root.xpath("//form//*[@name][self::input or self::textarea or self::select]"):
            name = element.get("name")
            if name in {"csrf_token", "revision", "force"} or (
                element.get("type") == "checkbox" and element.get("checked") is None
            ):
                continue
            found.append((name, self.value(element)))
        return found

    def value(self, element: html.HtmlElement) -> str:
        if element.tag == "textarea":
            # Browsers drop the first line break of an area; libxml2 keeps it.
            return (element.text or "").removeprefix("\n")
        if element.tag == "select":
            chosen = element.xpath(".//option[@selected]") or element.xpath(".//option")
            return str(chosen[0].get("value"))
        return str(element.get("value", ""))

    def one(self, at: str) -> html.HtmlElement:
        """The element with an id; there is exactly one."""
        (found,) = self.root.xpath("//*[@id=$at]", at=at)
        return found

    def text(self, at: str) -> str:
        """All text of an element, blanks folded."""
        return " ".join(self.one(at).text_content().split())

    def beside(self, at: str) -> str:
        """What is said beside an input, which points to it."""
        assert f"{at}-loi" in self.one(at).get("aria-describedby").split()
        return self.text(f"{at}-loi")

    def faults(self) -> list[tuple[str, str]]:
        """The summary: id a line leads to ("" for none), and its words."""
        return [
            ("".join(line.xpath("./a/@href")).removeprefix("#"), " ".join(line.text_content().split()))
            for line in self.root.xpath("//section[@id='can-sua']//li")
        ]

    def standing(self) -> str | None:
        """The id of the element that gets the focus."""
        found = self.root.xpath("//*[@autofocus][not(ancestor::dialog)]")
        assert len(found) <= 1
        return found[0].get("id") if found else None
