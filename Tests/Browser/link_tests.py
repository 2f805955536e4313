"""No link of any page leads to nothing, and every address has an answer."""

import html.parser
from urllib.parse import urljoin, urlsplit

from desk import quoted
from pages import MISSING, pages

# What stands behind each of these is asked with each of those.
ODD_ADDRESSES = [
    "contacts/", "article?id=", "person?id=", "people?name=", "pair?of=QA&of=", "search?q=", "search?exact=1&q=",
    "suggest.json?q=", "?since=", "calendar?month=", "timeline?between=", "network?between=", "network?by=",
    "articles?outlet=", "articles?page=", "statements?about=", "statements?speaker=", "statements?kind=",
    "statements?compare=1&speaker=",
    *(f"contacts?{name}=" for name in (
        "with", "from", "to", "between", "place", "outlet", "topic", "text", "status", "form", "side", "channel",
        "source", "conflicts", "undated", "loose", "min-score", "sort", "page",
    )),
]
ODD_VALUES = [
    "\"\u03011", "%", "\\", "*", "-", "a OR", "\u0000a", "a\u0000b", "\U0010ffff", "..", "0", "-1", "9" * 19, "1e400", "nan",
    "2024-13-45", "2024-02-30..", "0000-00-00", "9999-12", "99999-01", "2024-09-10..2014-01-01", "2024-W36", "2021-Q1",
    "a b " * 200,
]


class Links(html.parser.HTMLParser):
    """The addresses that a page leads to, and the ids that can be led to."""

    def __init__(self, body):
        super().__init__()
        self.hrefs, self.ids = [], set()
        self.feed(body.decode())

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag in ("a", "use", "link") and attributes.get("href"):
            self.hrefs.append(attributes["href"])
        if "id" in attributes:
            self.ids.add(attributes["id"])


def lead_on(browser, desk, language):
    """Every link of the tested pages, and the place in the page that it leads to; they are the same in both languages."""
    if language != "en":
        return
    known = {}

    def page(path):
        if path not in known:
            status, body = desk.fetch(path.lstrip("/"))
            is_page = body.lstrip().lower().startswith(b"<!doctype html")
            known[path] = status, Links(body).ids if is_page else None
        return known[path]

    wrong = set()
    for name, path in pages(desk, language).items():
        if name in MISSING:
            continue
        for href in Links(desk.fetch(path)[1]).hrefs:
            target = urlsplit(urljoin(desk.address(path), href))
            if target.netloc not in desk.base or target.path == "/set":
                continue
            place = target.path + ("?" + target.query if target.query else "")
            status, ids = page(place)
            if status != 200:
                wrong.add((place, f"{name} links to {place}, whose status is {status}"))
            elif target.fragment and ids is not None and target.fragment not in ids:
                wrong.add((place + "#" + target.fragment, f"{name} links to {href}, and there is no such id"))
    # One line for each address that is wrong, however many pages link to it.
    for _, problem in sorted(dict(sorted(wrong)).items()):
        yield problem


def odd_addresses(browser, desk, language):
    """Nothing that can be asked for is more than a reader's mistake: no status of 500, and the desk lives on."""
    if language != "ar":
        return
    for address in ODD_ADDRESSES:
        for value in ODD_VALUES:
            try:
                status, _ = desk.fetch(f"{language}/{address}{quoted(value)}")
            except OSError as error:
                yield f"{address} with {value!r}: no answer: {error}"
                if died := desk.revive():
                    yield died
                continue
            if status not in (200, 400, 404):
                yield f"{address} with {value!r}: its status is {status}"


TESTS = [lead_on, odd_addresses]
