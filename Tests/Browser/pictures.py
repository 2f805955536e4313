"""Makes the pictures of the guide and the README from the Samples: see screenshots."""

import argparse
import base64
import io
import pathlib
import sys
import tempfile

from PIL import Image

from browser import Browser
from desk import TODAY, Desk
from pages import pages

# The name of each file; then language, theme, page, width and height of the window.
PICTURES = {
    "today": ("ar", "light", "today", 1280, 1000),
    "contact": ("ar", "light", "contact", 1280, 1100),
    "article": ("ar", "light", "article", 1280, 900),
    "timeline": ("ar", "light", "timeline", 1280, 900),
    "contact-en-dark": ("en", "dark", "contact", 1280, 1000),
    "contacts-narrow": ("ar", "light", "contacts", 390, 844),
}
# The lowest place within the window that cuts no line of text in two.
CUT = """
const lines = [], walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT), range = new Range();
while (walker.nextNode()) {
  range.selectNodeContents(walker.currentNode);
  lines.push(...range.getClientRects());
}
const cuts = place => lines.some(line => line.height && line.top - 2 < place && place < line.bottom + 2);
for (let place = innerHeight; place > innerHeight * 3 / 4; place -= 1) if (!cuts(place)) return place;
return innerHeight;
"""


def taken(browser, address, theme, width, height):
    browser.begin()
    browser.theme(theme)
    browser.size(width, height)
    browser.open(address)
    # What Chromium paints last: letters of fonts that were not used before.
    browser.driver.execute_async_script("document.fonts.ready.then(() => requestAnimationFrame(arguments[0]))")
    data = browser.cdp("Page.captureScreenshot", format="png")["data"]
    image = Image.open(io.BytesIO(base64.b64decode(data))).convert("RGB")
    image = image.crop((0, 0, width, browser.js(CUT)))
    # A palette makes the file a third as large; this way to choose it keeps colours that few letters have.
    return image.quantize(256, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)


def main():
    reader = argparse.ArgumentParser(prog="screenshots")
    reader.add_argument("mahdar")
    reader.add_argument("folder", type=pathlib.Path)
    reader.add_argument("--today", default=TODAY)
    given = reader.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    browser = Browser(["--hide-scrollbars"])
    try:
        with tempfile.TemporaryDirectory() as store:
            desk = Desk(str(pathlib.Path(given.mahdar).resolve()), store, "samples", ["Samples"], given.today)
            try:
                for name, (language, theme, page, width, height) in PICTURES.items():
                    # The day of the last visit would be that of the clock.
                    path = pages(desk, language)[page] + (f"?since={given.today}" if page == "today" else "")
                    image = taken(browser, desk.address(path), theme, width, height)
                    file = given.folder / f"{name}.png"
                    image.save(file, optimize=True)
                    print(f"{file}: {image.width}×{image.height}, {file.stat().st_size // 1000} KB")
            finally:
                if problem := desk.stop():
                    sys.exit(f"screenshots: the desk: {problem}")
    finally:
        browser.quit()


main()
