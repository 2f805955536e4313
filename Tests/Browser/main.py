"""Runs all tests of the desk: see run."""

import contextlib
import pathlib
import queue
import signal
import sys
import tempfile
import threading
import time
import traceback

import choice_tests
import filter_tests
import hostile_articles
import hostile_tests
import key_tests
import link_tests
import page_tests
import text_tests
import time_tests
from browser import Browser, Wrong
from desk import Desk
from pages import LANGUAGES, pages

HERE = pathlib.Path(__file__).resolve().parent
# One more than two cores, for each waits at times.
BROWSERS = 3
# Without a thread of its own for drawing Chromium takes a quarter less of the processor; but then it takes no pictures.
FLAGS = ["--disable-threaded-compositing"]


def jobs(samples, hostile, empty):
    """What is run: the name of each test, its desk, and a function of a browser that yields what is wrong."""

    def job(name, test, desk, *arguments):
        return name, desk, lambda browser: test(browser, desk, *arguments)

    for language in LANGUAGES:
        for module in (choice_tests, filter_tests, key_tests, link_tests, page_tests, text_tests, time_tests):
            for test in module.TESTS:
                yield job(f"{language}: {test.__name__}", test, samples, language)
        for test in hostile_tests.TESTS:
            yield job(f"{language}: hostile: {test.__name__}", test, hostile, language)
        tested = [(samples, name, path) for name, path in pages(samples, language).items()]
        tested += [(empty, "empty store", f"{language}/"), (empty, "empty store, record", f"{language}/contacts")]
        for desk, name, path in tested:
            yield job(f"{language}: page: {name}", page_tests.every_page, desk, language, name, path)


def run(waiting, problems):
    browser = Browser(FLAGS)
    try:
        while True:
            try:
                name, desk, test = waiting.get_nowait()
            except queue.Empty:
                return
            found = []
            try:
                browser.begin()
                for problem in test(browser) or ():
                    found.append(problem)
            except Wrong as wrong:
                found.append(str(wrong))
            except Exception as error:
                place = traceback.extract_tb(error.__traceback__)
                here = next(frame for frame in reversed(place) if pathlib.Path(frame.filename).resolve().parent == HERE)
                what = f"{type(error).__name__}: {str(error).splitlines()[0]}"
                found.append(f"{pathlib.Path(here.filename).name}:{here.lineno}: {what}")
            if died := desk.revive():
                found.append(died)
            for problem in found:
                problems.append((name, problem))
                print(f"browser tests: {name}: {problem}", flush=True)
    finally:
        browser.quit()


def main():
    mahdar = str(pathlib.Path(sys.argv[1]).resolve())
    part = sys.argv[2] if len(sys.argv) > 2 else ""
    start = time.monotonic()
    problems, waiting = [], queue.SimpleQueue()
    # Who ends the tests ends the desks and browsers with them.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("browser tests: ended before they were through"))
    with tempfile.TemporaryDirectory() as folder:
        written = pathlib.Path(folder) / "hostile.jsonl"
        written.write_text(hostile_articles.lines(), "utf-8")
        desks = []
        try:
            for name, articles in (("samples", ["Samples"]), ("hostile", [str(written)]), ("empty", [])):
                desks.append(Desk(mahdar, folder, name, articles))
            chosen = [job for job in jobs(*desks) if part in job[0]]
            if not chosen:
                sys.exit(f"browser tests: no test has {part!r} in its name")
            for job in chosen:
                waiting.put(job)
            threads = [threading.Thread(target=run, args=(waiting, problems)) for _ in range(BROWSERS)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
            if not waiting.empty():
                problems.append(("main", "tests were left over"))
                print("browser tests: no browser could be started: tests were left over")
        finally:
            # Of what was not begun, nothing is.
            with contextlib.suppress(queue.Empty):
                while True:
                    waiting.get_nowait()
            for desk in desks:
                if problem := desk.stop():
                    problems.append((desk.name, problem))
                    print(f"browser tests: the desk of the store {desk.name}: {problem}")
    failed = len({name for name, _ in problems})
    took = f"{time.monotonic() - start:.0f} s"
    if problems:
        print(f"browser tests: {len(problems)} problems in {failed} of {len(chosen)} tests, in {took}")
        sys.exit(1)
    print(f"browser tests: {len(chosen)} tests passed in {took}")


main()
