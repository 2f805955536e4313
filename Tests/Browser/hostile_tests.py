"""What was written to break the page, in articles and in addresses, stands there as text."""

from desk import quoted
from hostile_articles import PAYLOADS, SENTENCE, SHORT
from page_tests import too_wide

# What no page of the desk has, and a page that was broken into would.
INTRUDERS = """
return [...document.querySelectorAll(
  'img, iframe, object, script:not([src^="/static/desk.js"]), [href^="javascript:" i], '
  + '[onerror], [onmouseover], [onfocus], [onload], [autofocus], [x]:not(svg *)'
)].map(one => one.outerHTML.slice(0, 120));
"""


def sound(browser, where):
    """Nothing broke out on the open page, and nothing is wider than the window."""
    for found in browser.js(INTRUDERS):
        yield f"{where}: an element that came from the data: {found}"
    for message in browser.console():
        if "status of 4" not in message:
            yield f"{where}: the console says: {message}"
    for problem in too_wide(browser, ""):
        yield f"{where}:{problem}"


def articles_are_text(browser, desk, language):
    """Every page of a store of hostile articles: wide in one language, narrow in the other."""
    articles = desk.json("en/articles.json")["articles"]
    contacts = desk.json("en/contacts.json")["list"]["contacts"]
    people = desk.json("en/people.json")
    if len(articles) < len(PAYLOADS) or len(contacts) < 2:
        yield f"the store has {len(articles)} articles and {len(contacts)} contacts"
    paths = ["", "contacts", "timeline", "calendar", "people", "network", "statements", "conflicts", "articles", "sources"]
    paths += ["search?q=" + quoted("الصفدي"), "search?q=" + quoted("متى التقى بدر عبد العاطي أيمن الصفدي؟")]
    paths += ["article?id=" + quoted(article["id"]) for article in articles]
    paths += ["contacts/" + contact["id"] for contact in contacts]
    paths += ["person?id=" + quoted(person["identity"]) for person in people["people"] + people["bodies"]]
    width = {"ar": 390, "en": 1280}[language]
    browser.size(width)
    for path in paths:
        status, _ = desk.fetch(f"{language}/{path}")
        if status != 200:
            yield f"{path[:60]}: its status is {status}"
        browser.open(desk.address(f"{language}/{path}"))
        yield from sound(browser, f"{path[:60]} at {width} px")


def addresses_are_text(browser, desk, language):
    """Payloads as what is asked for."""
    for name, payload in SHORT.items():
        word = quoted(payload)
        for path in (
            f"search?q={word}", f"contacts?with={word}&place={word}&status={word}", f"people?name={word}",
            f"person?id={word}", f"article?id={word}", f"calendar?month={word}", f"pair?of={word}&of=QA",
            f"statements?speaker={word}&about={word}", word,
        ):
            browser.open(desk.address(f"{language}/{path}"))
            yield from sound(browser, f"{name}: {path.split('=')[0][:40]}")


def tried_text_is_text(browser, desk, language):
    for name, payload in (SHORT | {"long": PAYLOADS["long"]}).items():
        browser.open(desk.address(f"{language}/try"))
        browser.js("document.querySelector('#tx').value = arguments[0]", f"{SENTENCE} {payload}.\n\n</textarea>{payload}")
        browser.click(browser.one("main form button.pri"))
        yield from sound(browser, f"{name}: try")
        if not browser.all("#read"):
            yield f"{name}: nothing was read"


def suggestions_are_text(browser, desk, language):
    browser.open(desk.address(f"{language}/people"))
    for typed in ("بدر", "<script>", "\"><img"):
        field = browser.one("#name")
        field.clear()
        field.send_keys(typed)
        # The list is asked for a moment after the last letter.
        if typed == "بدر":
            browser.until(lambda: browser.all(".sug"), "nothing is suggested")
        yield from sound(browser, f"suggestions for {typed}")


def stays_here(browser, desk, language):
    """What is chosen leads back to the desk alone."""
    for back in ("//example.org/", "https://example.org/", "/\\example.org", "javascript:alert(1)", "/%0d%0aSet-Cookie:x=1"):
        browser.open(desk.address(f"set?theme=dark&back={quoted(back)}"))
        if not browser.address.startswith(desk.base + "/"):
            yield f"back={back} leads to {browser.address}"


TESTS = [articles_are_text, addresses_are_text, tried_text_is_text, suggestions_are_text, stays_here]
