"""A store made of articles, and the desk that shows it."""

import json
import os
import pathlib
import signal
import subprocess
import threading
import time
import urllib.error
import urllib.parse
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
TODAY = "2025-10-22"
# The desk must have ended so many seconds after SIGTERM.
ENDS_WITHIN = 5


class Desk:
    """`mahdar serve` on a port that is free, over a new store of `articles` (files or folders; none: an empty store)."""

    def __init__(self, mahdar, folder, name, articles, today=TODAY):
        self.name = name
        environment = os.environ | {"MAHDAR_DATA": os.environ.get("MAHDAR_DATA", str(ROOT / "Data"))}
        store = str(pathlib.Path(folder) / f"{name}.db")
        empty = pathlib.Path(folder) / "nothing.jsonl"
        empty.touch()
        added = subprocess.run(
            [mahdar, "add", *(articles or [str(empty)]), "--store", store, "--quiet"],
            cwd=ROOT, env=environment, stdin=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
        )
        # 1: there was nothing to add.
        if added.returncode != (0 if articles else 1):
            raise SystemExit(f"browser tests: mahdar add ended with status {added.returncode}: {added.stderr}")
        self.log = open(pathlib.Path(folder) / f"{name}.log", "w+")
        self.starting = threading.Lock()
        self.start = lambda port: subprocess.Popen(
            [mahdar, "serve", "--store", store, "--port", port, "--today", today],
            cwd=ROOT, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=self.log, text=True,
        )
        self.process = self.start("0")
        self.base = self.process.stdout.readline().strip().rstrip("/")
        if not self.base.startswith("http://127.0.0.1:"):
            self.process.kill()
            raise SystemExit(f"browser tests: the desk printed no address but {self.base!r}: {self.said()}")

    def answers(self):
        try:
            return self.fetch("static/desk.css")[0] == 200
        except OSError:
            return False

    def revive(self):
        """Where the desk has died: starts it again at its address, for the tests to come, and tells how it died."""
        with self.starting:
            if self.answers():
                return None
            try:
                # After a crash it writes down for some seconds where it was.
                self.process.wait(15)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
            problem = f"the desk died with status {self.process.returncode}: {self.said()}"
            self.process.stdout.close()
            self.process = self.start(self.base.rsplit(":", 1)[1])
            self.process.stdout.readline()
            return problem

    def address(self, path):
        return f"{self.base}/{path}"

    def fetch(self, path):
        """The status and the bytes of an answer, not packed."""
        try:
            with urllib.request.urlopen(self.address(path), timeout=20) as answer:
                return answer.status, answer.read()
        except urllib.error.HTTPError as error:
            return error.code, error.read()

    def json(self, path):
        return json.loads(self.fetch(path)[1])

    def said(self):
        """What the desk told last; of a crash, where it was."""
        self.log.seek(0)
        lines = self.log.read().split("*** Program crashed")[-1].splitlines() or [""]
        frames = [line.split(" in ", 1)[1] for line in lines if "/Sources/Mahdar" in line]
        return frames[0] if frames else lines[-1]

    def stop(self):
        """Ends the desk, and tells what is wrong with how it ended."""
        start = time.monotonic()
        self.process.send_signal(signal.SIGTERM)
        try:
            status = self.process.wait(ENDS_WITHIN)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            return f"it still ran {ENDS_WITHIN} s after SIGTERM"
        finally:
            self.process.stdout.close()
        if status != 0:
            return f"it ended with status {status} {time.monotonic() - start:.1f} s after SIGTERM: {self.said()}"
        return None


def quoted(text):
    return urllib.parse.quote(text, safe="")
