"""One headless Chromium, and what the tests ask of it."""

import json
import pathlib
import shutil
import time

import axe_playwright_python
from selenium import webdriver
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By

FLAGS = ["--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--window-size=1920,1200"]
AXE = (pathlib.Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()
# Only from here on a page is as narrow as a telephone and touched with fingers.
NARROW = 720


class Wrong(Exception):
    """What a test found wrong where it could not go on."""


class Browser:
    def __init__(self, flags=()):
        options = webdriver.ChromeOptions()
        for flag in [*FLAGS, *flags]:
            options.add_argument(flag)
        options.binary_location = shutil.which("chromium")
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        options.add_experimental_option("perfLoggingPrefs", {"enableNetwork": True, "enablePage": False})
        # A test that meets an alert it did not ask for ends with an error.
        options.set_capability("unhandledPromptBehavior", "dismiss and notify")
        self.driver = webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))
        self.driver.set_page_load_timeout(30)

    def quit(self):
        self.driver.quit()

    def begin(self):
        """A reader who was never here: no cookie, a light theme, a wide window, scripts."""
        self.cdp("Network.clearBrowserCookies")
        self.scripts(True)
        self.theme("light")
        self.size(1280)
        self.console(), self.events()

    # What the browser is told

    def cdp(self, command, **arguments):
        return self.driver.execute_cdp_cmd(command, arguments)

    def size(self, width, height=900):
        self.width = width
        is_narrow = width < NARROW
        self.cdp(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=is_narrow
        )
        self.cdp("Emulation.setTouchEmulationEnabled", enabled=is_narrow)

    def theme(self, name):
        """What the system asks for, not what the reader chose."""
        self.cdp("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": name}])

    def scripts(self, are_on):
        self.cdp("Emulation.setScriptExecutionDisabled", value=not are_on)

    def open(self, address):
        self.driver.get(address)

    def keys(self, *keys):
        """Keys, to whatever has the focus."""
        ActionChains(self.driver).send_keys(*keys).perform()

    def arabic_key(self, letter, code):
        """A key as a keyboard of Arabic letters sends it."""
        for kind in ("keyDown", "keyUp"):
            self.cdp("Input.dispatchKeyEvent", type=kind, key=letter, code=code)

    def point(self, element):
        ActionChains(self.driver).move_to_element(element).perform()

    # What it shows

    @property
    def address(self):
        return self.driver.current_url

    def js(self, script, *arguments):
        return self.driver.execute_script(script, *arguments)

    def all(self, selector):
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def one(self, selector):
        found = self.all(selector)
        if not found:
            raise Wrong(f"{self.address}: nothing is {selector}")
        return found[0]

    def click(self, element):
        """Clicks, and waits for the page that it leads to."""
        self.js("window.isLeft = true")
        element.click()
        self.until(
            lambda: self.js("return !window.isLeft && document.readyState === 'complete'"), "a click led to no other page"
        )

    def until(self, holds, problem, seconds=5):
        """Waits until something holds; else that is the problem."""
        end = time.monotonic() + seconds
        while True:
            try:
                value = holds()
            except WebDriverException:
                # A page is just taking the other's place.
                value = None
            if value:
                return value
            if time.monotonic() > end:
                raise Wrong(f"{self.address}: {problem}")
            time.sleep(0.02)

    def console(self):
        """What the console was told since the last call."""
        return [entry["message"] for entry in self.driver.get_log("browser") if entry["level"] in ("WARNING", "SEVERE")]

    def events(self):
        """What happened in the network since the last call: pairs of an event's name and its parameters."""
        messages = [json.loads(entry["message"])["message"] for entry in self.driver.get_log("performance")]
        return [(message["method"], message["params"]) for message in messages if message["method"].startswith("Network.")]

    def axe(self, rules=None):
        """What axe-core finds serious: lines of a rule, what it asks, and the first element that breaks it."""
        if not self.js("return Boolean(window.axe)"):
            self.js(AXE)
        options = {"resultTypes": ["violations"]} | ({"runOnly": {"type": "rule", "values": rules}} if rules else {})
        found = self.driver.execute_async_script(
            "const done = arguments[1]; axe.run(arguments[0]).then(r => done(r.violations), e => done(String(e)))", options
        )
        if isinstance(found, str):
            raise Wrong(f"{self.address}: axe-core failed: {found}")
        return [
            f"{rule['id']} ({rule['impact']}; {rule['help']}): {rule['nodes'][0]['target']}"
            f"{why(rule['nodes'][0])}, {len(rule['nodes'])} in all"
            for rule in found
            if rule["impact"] in ("serious", "critical")
        ]


def why(node):
    """Of a contrast that is too low: its colours."""
    data = next((check["data"] for check in node["any"] if isinstance(check["data"], dict)), {})
    return f" {data['fgColor']} on {data['bgColor']}: {data['contrastRatio']}" if data.get("fgColor") else ""
