"""Texts and their facts; what is searched for, suggested and tried."""

from selenium.webdriver.common.keys import Keys

from desk import quoted
from pages import QUESTIONS, article

NAME = {"ar": ("فؤاد", "فؤاد حسين"), "en": ("fuad", "Fuad Hussein")}
TRIED = "استقبل وزير الخارجية العُماني بدر البوسعيدي، أمس الاثنين، في مسقط نظيره النرويجي إسبن بارث إيدي."
# Pairs of a fact and the words it was read from, as elements.
PAIRS = """
return [...document.querySelectorAll('.fact')]
  .map(fact => [fact, document.querySelector(fact.querySelector('a').getAttribute('href'))]);
"""
# Of an element: whether it is lit.
HOT = "return arguments[0].classList.contains('hot')"


def lights_both_ways(browser, desk, language):
    """To look at a fact lights its words, and to look at words their fact; with the mouse and by keys."""
    browser.open(desk.address(f"{language}/{article(desk)}"))
    pairs = browser.js(PAIRS)
    if len(pairs) < 5 or any(words is None for _, words in pairs):
        yield f"of {len(pairs)} facts {sum(words is None for _, words in pairs)} have no words"
        return
    fact, words = pairs[0]
    for one, other, side in ((fact, words, "a fact"), (words, fact, "words")):
        browser.js("arguments[0].scrollIntoView({block: 'center'})", one)
        browser.point(one)
        if not browser.js(HOT, one) or not browser.js(HOT, other):
            yield f"the mouse over {side} lights not both"
        browser.point(browser.one(".brand"))
        if browser.js(HOT, one) or browser.js(HOT, other):
            yield f"both stay lit when the mouse leaves {side}"
    browser.js("arguments[0].querySelector('a').focus()", fact)
    if not browser.js(HOT, words):
        yield "the focus on a fact does not light its words"
    browser.js("document.activeElement.blur()")
    if browser.js(HOT, words):
        yield "words stay lit when the focus leaves their fact"


def frames_target(browser, desk, language):
    """A click on words leads to their fact, which is framed; also where no script runs."""
    for scripts in (True, False):
        browser.scripts(scripts)
        browser.open(desk.address(f"{language}/{article(desk)}"))
        mark = browser.one(".tx a[href^='#f']")
        place = mark.get_attribute("href").split("#")[1]
        browser.js("arguments[0].scrollIntoView({block: 'center'})", mark)
        mark.click()
        how = "" if scripts else " without scripts"
        if not browser.address.endswith("#" + place):
            yield f"words{how} lead to {browser.address}, not #{place}"
        framed = browser.one(f"#{place}")
        if not browser.all(f"#{place}:target") or framed.value_of_css_property("outline-style") != "solid":
            yield f"the fact of a click{how} is not framed"
        top = browser.js("return arguments[0].getBoundingClientRect().top", framed)
        if not 54 <= top <= 880:
            yield f"the fact of a click{how} stands at {top:.0f} px, out of sight or under the head of the page"
    browser.scripts(True)


def evidence_runs_right(browser, desk, language):
    """The words of Arabic reports run from right to left on English pages, too."""
    contacts = desk.json(f"{language}/contacts.json")["list"]["contacts"]
    contact = next(one["id"] for one in contacts if one["conflicts"])
    for path, selector in (
        (f"contacts/{contact}", "blockquote.qt"), (article(desk), ".tx"), ("statements", "blockquote.qt"),
        ("search?q=" + quoted("زيارة"), ".hit .qt"),
    ):
        browser.open(desk.address(f"{language}/{path}"))
        found = browser.js(
            f"return [...document.querySelectorAll('{selector}')].filter(one => one.innerText.trim())"
            ".map(one => [one.lang, getComputedStyle(one).direction, one.innerText.slice(0, 30)])"
        )
        if not found:
            yield f"{path} has no words ({selector})"
        for lang, direction, words in found:
            if (lang, direction) != ("ar", "rtl"):
                yield f"{path}: «{words}» has lang {lang!r} and runs {direction}"


def suggests(browser, desk, language):
    """Names as one types, in the search of every page."""
    typed, name = NAME[language]
    browser.open(desk.address(f"{language}/contacts"))
    field = browser.one("#find")
    field.send_keys(typed)
    browser.until(lambda: browser.all(".sug [role=option]"), f"nothing is suggested for {typed}")
    if name not in browser.one(".sug").text:
        yield f"for {typed} is suggested {browser.one('.sug').text!r}"
    if field.get_attribute("aria-expanded") != "true" or field.get_attribute("role") != "combobox":
        yield "the field does not say that it suggests"
    box = browser.js("return document.querySelector('.sug').getBoundingClientRect().toJSON()")
    if box["left"] < 0 or box["right"] > 1280 or box["bottom"] > 900:
        yield f"the suggestions leave the window: {box}"
    for problem in browser.axe():
        yield f"axe on the open list: {problem}"
    browser.keys(Keys.ARROW_DOWN)
    chosen = browser.one(".sug [aria-selected=true]")
    if field.get_attribute("aria-activedescendant") != chosen.get_attribute("id"):
        yield "the field does not say which suggestion is chosen"
    name = chosen.find_element("css selector", "bdi").text
    browser.keys(Keys.ENTER)
    browser.until(lambda: browser.all("#q"), "Enter does not take the suggestion")
    if browser.one("#q").get_attribute("value") != name:
        yield f"Enter searches for {browser.one('#q').get_attribute('value')!r}, not {name!r}"


def drops_suggestions(browser, desk, language):
    typed, _ = NAME[language]
    browser.open(desk.address(f"{language}/people"))
    field = browser.one("#name")
    field.send_keys(typed)
    browser.until(lambda: browser.all(".sug"), f"nothing is suggested for {typed}")
    browser.keys(Keys.ESCAPE)
    if browser.all(".sug") or field.get_attribute("aria-expanded") != "false":
        yield "Escape does not close the suggestions"
    if field.get_attribute("value") != typed:
        yield "Escape closes the suggestions and drops what was typed, too"
    field.clear()
    field.send_keys(typed)
    browser.until(lambda: browser.all(".sug"), "nothing is suggested after Escape")
    option = browser.one(".sug [role=option]")
    name = option.find_element("css selector", "bdi").text
    browser.click(option)
    browser.until(lambda: "name=" in browser.address, "a click does not take the suggestion")
    if name not in browser.one("main").text:
        yield f"{name} was suggested and is not found"


def suggests_in_filter(browser, desk, language):
    """In a form of several fields the name is filled in, and the form waits."""
    typed, _ = NAME[language]
    browser.open(desk.address(f"{language}/contacts"))
    browser.one("#filters input[name=with]").send_keys(typed)
    browser.until(lambda: browser.all(".sug"), f"nothing is suggested for {typed}")
    browser.keys(Keys.ARROW_DOWN, Keys.ENTER)
    name = browser.one("#filters input[name=with]").get_attribute("value")
    if name == typed or browser.all(".sug"):
        yield f"the suggestion was not taken: {name!r}"
    if "?" in browser.address:
        yield f"the form was sent to {browser.address}"
    browser.click(browser.one("#filters button"))
    if not browser.all(".rows tbody tr[data-href]"):
        yield f"the record has nothing with {name}, which was suggested"


def answers(browser, desk, language):
    browser.open(desk.address(f"{language}/"))
    browser.one("#find").send_keys(QUESTIONS[language], Keys.ENTER)
    browser.until(lambda: browser.all(".ans"), "the question has no answer")
    answer = browser.one(".ans .big")
    if "2025" not in answer.text or "17" not in answer.text:
        yield f"the answer does not tell the day: {answer.text}"
    if answer.get_attribute("lang") != language:
        yield f"the answer is in {answer.get_attribute('lang')!r}"


def tries(browser, desk, language):
    """A text is read, and not kept."""
    before = desk.json("en/articles.json"), desk.json("en/contacts.json")
    browser.open(desk.address(f"{language}/try"))
    field = browser.one("#tx")
    field.clear()
    field.send_keys(TRIED)
    day = browser.one("#pd")
    day.clear()
    day.send_keys("2024-05-07")
    browser.click(browser.one("main form button.pri"))
    if not browser.all("#read .ev") or not browser.all("#read .fact"):
        yield "the contact of the text is not shown"
    elif "2024-05-06" not in browser.one("#read").text:
        yield "“yesterday” was not reckoned from the day of publication"
    if browser.one("#tx").get_attribute("value") != TRIED:
        yield "the field forgets the text"
    browser.open(desk.address(f"{language}/"))
    if (desk.json("en/articles.json"), desk.json("en/contacts.json")) != before:
        yield "the record is another after a text was tried"


def tries_as_json(browser, desk, language):
    browser.open(desk.address(f"{language}/try"))
    browser.one("#tx").clear()
    browser.one("#tx").send_keys(TRIED)
    browser.click(browser.one("main form button[name=json]"))
    if not browser.one("body").text.startswith("{") or "البوسعيدي" not in browser.one("body").text:
        yield f"the button JSON leads to {browser.one('body').text[:80]!r}"


TESTS = [
    lights_both_ways, frames_target, evidence_runs_right, suggests, drops_suggestions, suggests_in_filter, answers, tries,
    tries_as_json,
]
