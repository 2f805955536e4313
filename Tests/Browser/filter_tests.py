"""The record is narrowed by facets and by what is typed, and the address tells how."""

from urllib.parse import parse_qsl, urlsplit

ROWS = ".rows tbody tr[data-href]"
PLACE = "باريس"


def asked(browser):
    """What the address asks for."""
    return [pair for pair in parse_qsl(urlsplit(browser.address).query) if pair[1]]


def facets(browser, desk, language):
    browser.open(desk.address(f"{language}/contacts"))
    whole = len(browser.all(ROWS))
    facet = browser.one(".fac a[href$='status=scheduled']")
    count = int(facet.find_elements("css selector", "span")[-1].text)
    browser.click(facet)
    if len(browser.all(ROWS)) != count or not 0 < count < whole:
        yield f"the facet says {count} of {whole}, and {len(browser.all(ROWS))} rows are shown"
    if asked(browser) != [("status", "scheduled")]:
        yield f"the address asks for {asked(browser)}"
    if not browser.all(".fac a[aria-current=true]"):
        yield "no facet says that it is chosen"
    browser.click(browser.one(".chip"))
    if len(browser.all(ROWS)) != whole or asked(browser):
        yield f"the chip leaves {len(browser.all(ROWS))} of {whole} rows at {browser.address}"
    for rows, way in ((count, "one page back"), (whole, "two pages back")):
        browser.driver.back()
        browser.until(lambda: len(browser.all(ROWS)) == rows, f"{way} there are {len(browser.all(ROWS))} rows, not {rows}")


def facets_add_up(browser, desk, language):
    """A second facet keeps the first."""
    browser.open(desk.address(f"{language}/contacts"))
    browser.click(browser.one(".fac a[href*='form=meeting']"))
    browser.click(browser.one(".fac a[href*='between=2025']"))
    if sorted(asked(browser)) != [("between", "2025"), ("form", "meeting")]:
        yield f"two facets ask for {asked(browser)}"
    if len(browser.all(".chip")) != 2:
        yield f"two facets have {len(browser.all('.chip'))} chips"


def typed_words(browser, desk, language):
    browser.open(desk.address(f"{language}/contacts?status=held"))
    before = len(browser.all(ROWS))
    browser.one("#filters input[name=place]").send_keys(PLACE)
    browser.click(browser.one("#filters button"))
    rows = browser.all(ROWS)
    if not 0 < len(rows) < before:
        yield f"{PLACE} leaves {len(rows)} of {before} rows"
    if any(PLACE not in row.text for row in rows):
        yield f"a row does not tell {PLACE}"
    if sorted(asked(browser)) != [("place", PLACE), ("status", "held")]:
        yield f"the address asks for {asked(browser)}"
    if browser.one("#filters input[name=place]").get_attribute("value") != PLACE:
        yield "the field forgets what was typed"


def typed_days(browser, desk, language):
    browser.open(desk.address(f"{language}/contacts"))
    browser.one("#filters input[name=from]").send_keys("2024")
    browser.one("#filters input[name=to]").send_keys("2024\n")
    browser.until(lambda: "from=2024" in browser.address, "the form was not sent by the key Enter")
    years = [heading.text for heading in browser.all(".yr th")]
    if years != ["2024"]:
        yield f"from 2024 to 2024 shows the years {years}"


def sorts(browser, desk, language):
    browser.open(desk.address(f"{language}/contacts?status=held"))
    first = browser.one(ROWS).get_attribute("data-href")
    browser.click(browser.one("a[href*='sort=oldest']"))
    if browser.one(ROWS).get_attribute("data-href") == first:
        yield "the oldest first begins with the newest"
    if ("status", "held") not in asked(browser):
        yield "the order drops the filter"


def views_keep_filter(browser, desk, language):
    """From the table to the timeline and the network and back, the filter stays."""
    browser.open(desk.address(f"{language}/contacts?side=JO"))
    for page in ("timeline", "network"):
        browser.open(desk.address(f"{language}/contacts?side=JO"))
        browser.click(browser.one(f".seg a[href*='/{page}']"))
        if f"/{language}/{page}" not in browser.address or ("side", "JO") not in asked(browser):
            yield f"the {page} of a filtered table is {browser.address}"


def network_keeps_nodes(browser, desk, language):
    """Who the nodes are stays when the network is narrowed."""
    browser.open(desk.address(f"{language}/network?by=people"))
    browser.one("details.folded summary").click()
    browser.click(browser.one(".fac a[href*='status=held']"))
    if ("by", "people") not in asked(browser):
        yield f"a facet of the network of people leads to {browser.address}"


def narrow_filters(browser, desk, language):
    """On a telephone the filters stand behind a button, and without a script, too."""
    browser.size(390)
    browser.scripts(False)
    browser.open(desk.address(f"{language}/contacts"))
    if browser.one("#filters").is_displayed():
        yield "the filters stand before the record"
    browser.one(".chips .only").click()
    if not browser.one("#filters").is_displayed():
        yield "the button does not show the filters"
    browser.one("#filters .only a").click()
    if browser.one("#filters").is_displayed():
        yield "the button does not close the filters"
    browser.scripts(True)


TESTS = [facets, facets_add_up, typed_words, typed_days, sorts, views_keep_filter, network_keeps_nodes, narrow_filters]
