"""What holds of every page. A test yields a line for each thing that is wrong."""

from pages import DIRECTIONS, MISSING

# Screens, a window beside another, telephones; 320: a screen enlarged four times.
WIDTHS = (1920, 1280, 720, 390, 320)
# Bytes of a page before it is packed.
LARGEST = 150_000

# What sticks out of the window to a side and can't be scrolled to within a box of its own: the outermost elements.
STICKING_OUT = """
const page = document.documentElement.getBoundingClientRect(), found = [];
const visit = element => {
  for (const child of element.children) {
    const style = getComputedStyle(child);
    if (style.display === 'none' || child.matches('.vh, .skip, script, dialog:not([open])')) continue;
    const box = child.getBoundingClientRect();
    if (box.width && box.height && (box.left < page.left - 1 || box.right > page.right + 1)) {
      const name = child.tagName.toLowerCase() + [...child.classList].map(one => '.' + one).join('');
      found.push(`${name} by ${Math.round(Math.max(page.left - box.left, box.right - page.right))} px`);
    } else if (style.overflowX === 'visible' && child.tagName !== 'svg') visit(child);
  }
};
visit(document.body);
return found;
"""

# Arabic words, alone, that no lang says to be Arabic: a screen reader would spell them in English.
UNMARKED_ARABIC = """
const found = [], walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
// What the reader wrote is in a language that the desk can't know.
const own = [...new URL(location).searchParams.values()];
while (walker.nextNode()) {
  const text = walker.currentNode.data.trim(), parent = walker.currentNode.parentElement;
  if (!/[\\u0620-\\u064A]{2}/.test(text) || /[A-Za-z]/.test(text) || own.includes(text) || parent.matches('textarea, title')) continue;
  if (!parent.closest('[lang]').getAttribute('lang').startsWith('ar')) found.push(text);
}
return found;
"""

# Texts that run the wrong way: the first strong letter of a block decides.
WRONG_WAY = """
const blocks = document.querySelectorAll('main :is(blockquote, .tx, .qt, td, h1, h2, h3, p, li, textarea, input)'), found = [];
for (const block of blocks) {
  const text = (block.matches('input, textarea') ? block.value : block.textContent).trim();
  const isArabic = block.matches('[lang=ar], [lang=ar] *');
  if (isArabic && /[\\u0620-\\u064A]/.test(text) && getComputedStyle(block).direction !== 'rtl') found.push(text.slice(0, 40));
}
return found;
"""

# On an English page: a sentence of English and Arabic words that runs from right to left, so that who cites whom is reversed;
# and a number behind Arabic words that nothing separates from them: “21 October” would be torn apart.
TORN = """
const found = [], walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
const own = [...new URL(location).searchParams.values()];
while (walker.nextNode()) {
  const text = walker.currentNode.data.trim(), parent = walker.currentNode.parentElement;
  // English days in what runs from the right: “17 June 2025” would read “June 2025 17”.
  if (/\\d [A-Z][a-z]+ \\d/.test(text) && getComputedStyle(parent).direction === 'rtl' && !parent.closest('bdi')) {
    found.push('runs from the right: ' + text);
  }
  if (parent.closest('[lang=ar], textarea, svg') || own.includes(text) || !/[\\u0620-\\u064A]/.test(text)) continue;
  // An element that isolates takes its direction from its first letter, which its computed direction does not tell.
  const isArabicFirst = parent.closest('bdi:not([dir])') && /^[^A-Za-z]*[\\u0620-\\u064A]/.test(text);
  const runsRight = isArabicFirst || getComputedStyle(parent).direction === 'rtl';
  if (/[A-Za-z]{2}/.test(text) && runsRight) found.push('runs from the right: ' + text);
  else if (/[\\u0620-\\u064A][^A-Za-z\\u0620-\\u064A]*\\d/.test(text)) found.push('a number joins Arabic words: ' + text);
}
return found;
"""
# Words in narrow columns that are broken in two.
BROKEN = """
const found = [], range = new Range();
const narrow = [...document.querySelectorAll('main td')].filter(cell => cell.clientWidth && cell.clientWidth < 120);
for (const cell of narrow) for (const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT); walker.nextNode();) {
  const node = walker.currentNode;
  for (const word of node.data.matchAll(/[A-Za-z\\u0620-\\u0652]{4,16}/g)) {
    range.setStart(node, word.index);
    range.setEnd(node, word.index + word[0].length);
    const tops = [...range.getClientRects()].filter(box => box.width).map(box => Math.round(box.top));
    if (tops.some(top => Math.abs(top - tops[0]) > 8)) found.push(word[0]);
  }
}
return found;
"""
# Sections that the bar at the head hides.
HIDDEN_SECTIONS = """
const bar = document.querySelector('header nav');
return bar.scrollWidth > bar.clientWidth + 1 ? [bar.scrollWidth, bar.clientWidth] : null;
"""


def quiet(browser, desk, language, name, path):
    """No message in the console, and nothing is fetched from elsewhere."""
    browser.console(), browser.events()
    browser.open(desk.address(path))
    for message in browser.console():
        # That the page itself is missing is said by the browser, too.
        if not (name in MISSING and "404" in message and path in message):
            yield f"the console says: {message}"
    for method, parameters in browser.events():
        url = parameters["request"]["url"] if method == "Network.requestWillBeSent" else ""
        if url and not url.startswith(desk.base + "/"):
            yield f"it fetches {url}"
        if method == "Network.loadingFailed" and not parameters.get("canceled"):
            yield f"something did not load: {parameters['errorText']}"


def head(browser, desk, language, name, path):
    """Status, size, language, direction, title, ids."""
    status, body = desk.fetch(path)
    expected = 404 if name in MISSING else 200
    if status != expected:
        yield f"its status is {status}, not {expected}"
    if len(body) > LARGEST:
        yield f"it has {len(body)} bytes, {LARGEST} are allowed"
    said = browser.js("const root = document.documentElement; return [root.lang, root.dir, getComputedStyle(root).direction]")
    if said != [language, DIRECTIONS[language], DIRECTIONS[language]]:
        yield f"its language, dir and direction are {said}"
    if not browser.js("return document.title.trim() && document.querySelectorAll('h1').length === 1"):
        yield "it has no title, or not one h1"
    twice = browser.js(
        "const ids = [...document.querySelectorAll('[id]')].map(one => one.id);"
        "return ids.filter((id, at) => ids.indexOf(id) !== at)"
    )
    if twice:
        yield f"ids that stand twice: {twice[:5]}"


def languages(browser, desk, language, name, path):
    """Arabic words are said to be Arabic and run from right to left, and nothing else does."""
    unmarked = browser.js(UNMARKED_ARABIC)
    if unmarked:
        yield f"{len(unmarked)} pieces of Arabic without lang=ar: {'; '.join(text[:40] for text in unmarked[:3])}"
    wrong = browser.js(WRONG_WAY)
    if wrong:
        yield f"{len(wrong)} pieces of Arabic run from left to right: {'; '.join(wrong[:3])}"
    torn = browser.js(TORN) if language == "en" else []
    if torn:
        yield f"{len(torn)} pieces of two directions in one: {'; '.join(text[:90] for text in torn[:3])}"


def accessible(browser, desk, language, name, path):
    """axe-core finds nothing serious. Both languages have the same templates, and colours are the same at all widths."""
    for width, theme in {"ar": ((1280, "light"),), "en": ((1280, "dark"), (390, "light"))}[language]:
        browser.size(width)
        browser.theme(theme)
        for problem in browser.axe():
            yield f"axe at {width} px, {theme}: {problem}"


def fits(browser, desk, language, name, path):
    """Nothing is wider than the window."""
    for width in WIDTHS:
        browser.size(width)
        yield from too_wide(browser, f"at {width} px")
        if broken := browser.js(BROKEN):
            yield f"at {width} px {len(broken)} words of a table are broken: {'; '.join(broken[:3])}"


def too_wide(browser, where):
    scroll, client = browser.js("const root = document.documentElement; return [root.scrollWidth, root.clientWidth]")
    # A telephone makes its window as wide as a page that is too wide.
    if scroll > client or client > browser.width:
        yield f"{where} it is {scroll} px wide in a window of {client}"
    if found := browser.js(STICKING_OUT):
        yield f"{where} {len(found)} stick out: {'; '.join(found[:3])}"


def readable_without_script(browser, desk, language, name, path):
    """The page says the same where no script runs, and its links lead on."""
    browser.size(1280)
    text = "return document.querySelector('main').innerText.trim()"
    scripted = browser.js(text)
    browser.scripts(False)
    browser.open(desk.address(path))
    plain = browser.js(text)
    if len(plain) < 20:
        yield f"without scripts it says only {plain!r}"
    elif plain != scripted:
        yield "without scripts it says something else"
    link = browser.js("return [...document.querySelectorAll('main a[href^=\"/\"]')].find(link => link.checkVisibility())")
    if link:
        href = link.get_attribute("href")
        browser.click(link)
        if browser.address.split("#")[0] != href.split("#")[0]:
            yield f"without scripts the link to {href} leads to {browser.address}"


def every_page(browser, desk, language, name, path):
    """All of these, one after the other, on the page as the first has opened it."""
    tests = [quiet, head, languages, accessible, fits]
    # Whether scripts run is the same to a page in another state.
    for test in tests if ", " in name else [*tests, readable_without_script]:
        for problem in test(browser, desk, language, name, path):
            yield f"{test.__name__}: {problem}"


def shows_all_sections(browser, desk, language):
    """The bar at the head cuts off none of the sections in a wide window."""
    browser.open(desk.address(f"{language}/contacts"))
    for width in (1920, 1280):
        browser.size(width)
        if hidden := browser.js(HIDDEN_SECTIONS):
            yield f"at {width} px the sections need {hidden[0]} px and have {hidden[1]}"


TESTS = [shows_all_sections]
