"""Time runs in the direction of the page."""

# Of each contact in the visible drawing of lanes: the end of its address and the middle of its sign.
SIGNS = """
return [...document.querySelectorAll('.lanes a')].filter(one => one.getBoundingClientRect().width).map(one => {
  const box = one.querySelector('use').getBoundingClientRect();
  return [one.getAttribute('href').split('/').pop(), box.left + box.width / 2];
});
"""


def timeline(browser, desk, language):
    """Later contacts stand further left in Arabic, further right in English."""
    days = {one["id"]: one["date"] for one in desk.json(f"{language}/timeline.json")["list"]["contacts"]}
    for width in (1280, 390):
        browser.size(width)
        browser.open(desk.address(f"{language}/timeline"))
        signs = browser.js(SIGNS)
        dated = sorted((days[id], x, id) for id, x in signs if days[id] and len(days[id]) == 10)
        if len(dated) < 10:
            yield f"at {width} px {len(dated)} contacts of a certain day are drawn"
        for (day, x, id), (later, x2, id2) in zip(dated, dated[1:]):
            forward = x - x2 if language == "ar" else x2 - x
            if forward < -0.5 or (later > day and forward < 0):
                yield f"at {width} px {id2} of {later} does not stand after {id} of {day}"
                break
        if abs(dated[0][1] - dated[-1][1]) < width / 4:
            yield f"at {width} px time takes but {abs(dated[0][1] - dated[-1][1]):.0f} px"


def months(browser, desk, language):
    """The years under the bars of a person's months, and their order."""
    browser.open(desk.address(f"{language}/person?id=Q56704276"))
    years = browser.js(
        "return [...document.querySelectorAll('figure svg text')].filter(one => /^20\\d\\d$/.test(one.textContent))"
        ".map(one => [one.textContent, one.getBoundingClientRect().left])"
    )
    if len(years) < 2:
        yield f"the months have the years {years}"
    ordered = sorted(years)
    xs = [x for _, x in ordered]
    if xs != sorted(xs, reverse=language == "ar"):
        yield f"years run the wrong way: {ordered}"


def days(browser, desk, language):
    """The fortnight of the first page and the weeks of the calendar."""
    browser.open(desk.address(f"{language}/"))
    xs = browser.js("return [...document.querySelectorAll('.strip .d')].map(day => day.getBoundingClientRect().left)")
    if len(xs) != 14 or xs != sorted(xs, reverse=language == "ar"):
        yield f"the fortnight has its days at {xs}"
    for entry, column in browser.js(
        "const days = [...document.querySelectorAll('.strip .d')];"
        "return [...document.querySelectorAll('.strip .e')].map(one => {"
        "  const box = one.getBoundingClientRect(), middle = (box.left + box.right) / 2;"
        "  return [one.querySelector('time').textContent, days.filter(day => {"
        "    const place = day.getBoundingClientRect(); return place.right > box.left + 6 && place.left < box.right - 6;"
        "  }).map(day => day.querySelector('b').textContent)];"
        "})"
    ):
        if not column or not all(number in entry for number in (column[0], column[-1])):
            yield f"the appointment of {entry} stands under the days {column}"
    browser.open(desk.address(f"{language}/calendar"))
    xs = browser.js("return [...document.querySelectorAll('.cal th')].map(day => day.getBoundingClientRect().left)")
    if len(xs) != 7 or xs != sorted(xs, reverse=language == "ar"):
        yield f"the calendar has its weekdays at {xs}"


TESTS = [timeline, months, days]
