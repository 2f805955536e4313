"""What a reader chooses in the footer: it is done where one is, and remembered."""

from urllib.parse import urlsplit

from pages import DIRECTIONS

OTHER = {"ar": "en", "en": "ar"}


def path(browser):
    parts = urlsplit(browser.address)
    return parts.path + ("?" + parts.query if parts.query else "")


def chooses_language(browser, desk, language):
    other = OTHER[language]
    browser.open(desk.address(f"{language}/contacts?status=held&side=JO"))
    browser.click(browser.one(f"footer a[hreflang={other}]"))
    if path(browser) != f"/{other}/contacts?status=held&side=JO":
        yield f"the other language's link leads to {path(browser)}"
    if browser.js("return [document.documentElement.lang, document.documentElement.dir]") != [other, DIRECTIONS[other]]:
        yield "the page is not in the other language"
    browser.open(desk.address(""))
    if path(browser) != f"/{other}/":
        yield f"/ leads to {path(browser)} after the other language was chosen"


def takes_browsers_language(browser, desk, language):
    """Before anything is chosen, the browser's language counts."""
    browser.cdp("Network.enable")
    browser.cdp("Network.setExtraHTTPHeaders", headers={"Accept-Language": f"fr, {language};q=0.8"})
    browser.open(desk.address(""))
    browser.cdp("Network.setExtraHTTPHeaders", headers={})
    if path(browser) != f"/{language}/":
        yield f"/ leads to {path(browser)}"


def chooses_theme(browser, desk, language):
    browser.open(desk.address(f"{language}/contacts"))
    paper = {}
    for theme, system in (("dark", "light"), ("light", "dark")):
        browser.theme(system)
        browser.click(browser.one(f"footer a[href*='theme={theme}']"))
        for address in (f"{language}/contacts", f"{language}/search"):
            if address not in browser.address:
                browser.open(desk.address(address))
            if browser.js("return document.documentElement.dataset.theme") != theme:
                yield f"{address}: data-theme is not {theme} after it was chosen"
        paper[theme] = browser.js("return getComputedStyle(document.body).backgroundColor")
        if not browser.all(f"footer a[href*='theme={theme}'][aria-current=true]"):
            yield f"the footer does not say that the theme is {theme}"
    if paper["dark"] == paper["light"]:
        yield f"the paper is {paper['dark']} in both themes"
    browser.click(browser.one("footer a[href*='theme=system']"))
    if browser.js("return document.documentElement.dataset.theme") is not None:
        yield "data-theme stays when the system's theme is chosen"


def chooses_months(browser, desk, language):
    """The names of months of the Levant, in tables and headings."""
    if language != "ar":
        return
    browser.open(desk.address("ar/contacts"))
    if "أكتوبر" not in browser.one("main").text:
        yield "the record names no أكتوبر"
    browser.click(browser.one("footer a[href*='months=levant']"))
    for address in ("ar/contacts", "ar/calendar"):
        if address not in browser.address:
            browser.open(desk.address(address))
        text = browser.one("main").text
        if "تشرين الأول" not in text or "أكتوبر" in text:
            yield f"{address} does not name its months as the Levant does"


def chooses_hijri(browser, desk, language):
    contacts = desk.json(f"{language}/contacts.json")["list"]["contacts"]
    contact = next(one["id"] for one in contacts if len(one["date"] or "") == len("2025-10-21"))
    browser.open(desk.address(f"{language}/contacts/{contact}"))
    browser.click(browser.one("footer a[href*='hijri=1']"))
    if contact not in browser.address or {"ar": "هـ", "en": "AH"}[language] not in browser.one("main").text:
        yield f"{browser.address} tells no day of the Hijri calendar"


TESTS = [chooses_language, takes_browsers_language, chooses_theme, chooses_months, chooses_hijri]
