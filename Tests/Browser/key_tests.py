"""The desk by keys alone."""

from selenium.webdriver.common.keys import Keys

ROWS = ".rows tbody tr[data-href]"
# The keys of commands on a keyboard of Arabic letters (101): what they send, and their place.
ARABIC = {"j": ("ت", "KeyJ"), "k": ("ن", "KeyK"), "d": ("ي", "KeyD"), "/": ("ظ", "Slash"), "1": ("١", "Digit1")}


def focused(browser):
    return browser.js("const one = document.activeElement; return one.id || one.className || one.tagName")


def at(browser):
    """The row that is selected, by its place."""
    return browser.js(f"return [...document.querySelectorAll('{ROWS}')].findIndex(row => row.hasAttribute('data-on'))")


def skips(browser, desk, language):
    """The first Tab reaches the link to the text."""
    browser.open(desk.address(f"{language}/contacts"))
    browser.keys(Keys.TAB)
    if focused(browser) != "skip":
        yield f"the first Tab reaches {focused(browser)}"
    box = browser.js("return document.querySelector('.skip').getBoundingClientRect().toJSON()")
    if box["top"] < 0 or box["left"] < 0 or box["right"] > 1280:
        yield f"the link to the text has the focus and is not seen: {box}"
    browser.keys(Keys.ENTER)
    browser.until(lambda: browser.address.endswith("#main"), "the link does not lead to the text")
    browser.keys(Keys.TAB)
    if not browser.js("return document.querySelector('main').contains(document.activeElement)"):
        yield f"the Tab after it reaches {focused(browser)}, not the text"


def finds(browser, desk, language):
    browser.open(desk.address(f"{language}/contacts"))
    browser.keys("/")
    if focused(browser) != "find":
        yield f"/ focuses {focused(browser)}"
    if browser.one("#find").get_attribute("value"):
        yield "/ is written into the search"
    browser.keys("j", Keys.ESCAPE)
    if focused(browser) == "find":
        yield "Escape does not leave the search"
    if at(browser) >= 0:
        yield "a letter typed into the search moves the selection"


def moves(browser, desk, language):
    browser.open(desk.address(f"{language}/contacts"))
    for key, place in (("j", 0), ("j", 1), ("j", 2), ("k", 1), ("k", 0), ("k", 0)):
        browser.keys(key)
        if at(browser) != place:
            yield f"{key} selects row {at(browser)}, not {place}"
    href = browser.one(ROWS).get_attribute("data-href")
    browser.keys(Keys.ENTER)
    browser.until(lambda: browser.address.endswith(href), f"Enter does not open {href}")
    browser.open(desk.address(f"{language}/contacts"))
    for _ in range(30):
        browser.keys("j")
    box = browser.js("return document.querySelector('[data-on]').getBoundingClientRect().toJSON()")
    if box["top"] < 0 or box["bottom"] > 901:
        yield f"the selected row stands from {box['top']:.1f} to {box['bottom']:.1f} px in a window of 900"
    if browser.js(f"return document.elementFromPoint(640, {box['top'] + 4}).closest('header')"):
        yield "the head of the page hides the selected row"


def explains(browser, desk, language):
    browser.open(desk.address(f"{language}/contacts"))
    browser.keys("?")
    if not browser.one("#keys").is_displayed():
        yield "? opens no dialog"
    browser.keys("j")
    if at(browser) >= 0:
        yield "keys move the selection behind the dialog"
    browser.keys(Keys.ESCAPE)
    browser.until(lambda: not browser.one("#keys").is_displayed(), "Escape does not close the dialog")


def tells_reports(browser, desk, language):
    """On a contact: its reports by number, and why they are one."""
    contacts = desk.json(f"{language}/contacts.json")["list"]["contacts"]
    contact = next(one["id"] for one in contacts if one["articles"] > 1 and one["conflicts"])
    browser.open(desk.address(f"{language}/contacts/{contact}"))
    for key, place in (("2", "r2"), ("1", "r1"), ("w", "why")):
        browser.keys(key)
        browser.until(lambda: browser.address.endswith("#" + place), f"{key} does not lead to #{place}")
        if not browser.all(f"#{place}:target"):
            yield f"{key} leads to #{place}, and nothing is framed"
    browser.keys("9")
    if not browser.address.endswith("#why"):
        yield f"9 leads to {browser.address} where there is no ninth report"


def makes_dense(browser, desk, language):
    browser.open(desk.address(f"{language}/contacts?status=held"))
    loose = browser.js("return document.querySelector('.rows').offsetHeight")
    browser.keys("d")
    browser.until(lambda: browser.all("body.dense"), "d does not make the page dense")
    if "/contacts?status=held" not in browser.address:
        yield f"d leads to {browser.address}"
    if browser.js("return document.querySelector('.rows').offsetHeight") >= loose:
        yield "the dense table is not lower"
    browser.keys("d")
    browser.until(lambda: not browser.all("body.dense"), "d does not make the page loose again")


def filters(browser, desk, language):
    browser.open(desk.address(f"{language}/contacts"))
    browser.keys("f")
    if not browser.js("return document.activeElement.closest('#filters')"):
        yield f"f focuses {focused(browser)}"


def walks_time(browser, desk, language):
    """The arrow that points to later days leads there: the left one in Arabic."""
    later = {"ar": Keys.ARROW_LEFT, "en": Keys.ARROW_RIGHT}[language]
    earlier = {"ar": Keys.ARROW_RIGHT, "en": Keys.ARROW_LEFT}[language]
    browser.open(desk.address(f"{language}/calendar"))
    for key, month in ((later, "2025-11"), (earlier, "2025-10"), (earlier, "2025-09")):
        browser.keys(key)
        browser.until(lambda: month in browser.address, f"the arrow does not lead to {month}")
        if not browser.all(".cal"):
            yield f"the arrow leads to {browser.address}, which is no calendar"


def scrolls_drawings(browser, desk, language):
    """A drawing wider than the window is scrolled by arrows; they don't leave the page then."""
    browser.size(800)
    browser.open(desk.address(f"{language}/timeline"))
    browser.js("document.querySelector('.fig').focus()")
    browser.keys(Keys.ARROW_LEFT, Keys.ARROW_RIGHT, Keys.ARROW_LEFT, Keys.ARROW_RIGHT)
    if "?" in browser.address:
        yield f"an arrow in a drawing leads to {browser.address}"


def arabic_keyboard(browser, desk, language):
    """The same keys, where the keyboard writes Arabic."""
    browser.open(desk.address(f"{language}/contacts"))
    browser.arabic_key(*ARABIC["j"])
    browser.arabic_key(*ARABIC["j"])
    browser.arabic_key(*ARABIC["k"])
    if at(browser) != 0:
        yield f"j, j, k on an Arabic keyboard select row {at(browser)}, not 0"
    browser.arabic_key(*ARABIC["/"])
    if focused(browser) != "find":
        yield f"/ on an Arabic keyboard focuses {focused(browser)}"


TESTS = [
    skips, finds, moves, explains, tells_reports, makes_dense, filters, walks_time, scrolls_drawings, arabic_keyboard,
]
