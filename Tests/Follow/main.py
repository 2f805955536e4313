"""Follows 50 feeds that misbehave, kills the follower now and then, and checks that every article is in the store once."""

import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time

from newsroom import DEAD, FEEDS, key, serve


class Follower:
    """The program under test, over one store."""

    def __init__(self, program, folder, feeds, seconds):
        self.program = program
        self.store = os.path.join(folder, "a.db")
        self.list = os.path.join(folder, "feeds.opml")
        outlines = "".join(f"<outline text='{n}' xmlUrl='{feed}'/>" for n, feed in enumerate(feeds))
        self.interval = max(1, int(seconds / 200))
        with open(self.list, "w", encoding="utf-8") as file:
            file.write(f"<opml version='2.0'><body><outline text='all'>{outlines}</outline></body></opml>")
        self.log = open(os.path.join(folder, "log"), "wb")
        self.process = None

    def start(self):
        command = [self.program, "follow", self.list, "--store", self.store, "--allow-private", "--delay", "0"]
        command += ["--min-interval", str(self.interval), "--max-interval", str(4 * self.interval), "--jobs", "2"]
        self.process = subprocess.Popen(command, stderr=self.log, stdout=self.log)

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def end(self):
        """Ends it as Ctrl-C does; its exit status."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(timeout=60)

    def ask(self, *arguments):
        command = [self.program, *arguments, "--store", self.store]
        return subprocess.run(command, capture_output=True, check=False).stdout.decode()

    def sql(self, query):
        return json.loads(self.ask("sql", query, "--format", "json") or "[]")


def expected(site):
    """The ids of all articles that feeds with some life published."""
    return {key(feed, n) for feed in range(FEEDS) if feed not in DEAD for n in range(site.final(feed))}


def read_and_add(program, folder, feed):
    """A page and a feed by their addresses: what was added of both."""
    store = ["--store", os.path.join(folder, "b.db")]
    options = ["--allow-private", "--delay", "0", "--quiet"]
    page = feed.replace("/feed/", "/news/") + "/2"
    subprocess.run([program, "add", page, feed, *options, *store], capture_output=True, check=False)
    query = "select key, line from article order by line"
    answer = subprocess.run([program, "sql", query, "--format", "json", *store], capture_output=True, check=False).stdout
    read = subprocess.run([program, "read", feed, *options[:3], "--format", "jsonl"], capture_output=True, check=False).stdout
    refused = subprocess.run([program, "read", page], capture_output=True, check=False)
    keys = [(row["key"], row["line"]) for row in json.loads(answer or b"[]")]
    ids = [json.loads(line)["id"] for line in read.splitlines()]
    return page, keys, ids, refused.returncode == 2 and b"--allow-private" in refused.stderr


def check(name, is_right, told=""):
    print(f"follow: {'ok' if is_right else 'FAILED'}: {name}{'' if is_right else f' ({told})'}")
    return is_right


def main():
    program, seconds = os.path.abspath(sys.argv[1]), float(sys.argv[2]) if len(sys.argv) > 2 else 20.0
    chance = random.Random(7)
    with tempfile.TemporaryDirectory() as folder:
        site, feeds = serve(seconds)
        follower = Follower(program, folder, feeds, seconds)
        end = time.monotonic() + seconds
        kills = 0
        while time.monotonic() < end:
            follower.start()
            left = end - time.monotonic()
            time.sleep(min(left, chance.uniform(seconds / 12, seconds / 4)))
            if time.monotonic() < end:
                follower.kill()
                kills += 1
        # What is left comes once the site no longer fails.
        site.is_calm = True
        wanted = expected(site)
        patience = time.monotonic() + 90
        while time.monotonic() < patience:
            keys = {row["key"] for row in follower.sql("select key from article")}
            if wanted <= keys:
                break
            time.sleep(1)
        status = follower.end()
        page, added, read, is_refused = read_and_add(program, folder, feeds[0])
        items = [key(0, n) for n in range(site.final(0))]
        rows = follower.sql("select key, count(*) as count, min(length(text)) as size from article group by key")
        counts = {row["key"]: int(row["count"]) for row in rows}
        sizes = {row["key"]: int(row["size"]) for row in rows}
        missing = sorted(wanted - counts.keys())
        others = sorted(k for k in counts.keys() - wanted if not k.endswith("#urn:laugh") and k != "urn:laugh")
        twice = sorted(k for k, count in counts.items() if count != 1)
        cut = sorted(k for k in wanted if sizes.get(k, 0) < 900)
        health = json.loads(follower.ask("feeds", "--format", "json") or "[]")
        states = {int(feed["address"].rsplit("/", 1)[1]): feed for feed in health}
        again = len(follower.sql("select id from reading")) - len(rows)
        right = [
            check(f"{len(wanted)} articles, {kills} kills, each article is there", not missing, missing[:5]),
            check("no article is there twice", not twice, twice[:5]),
            check("no article was read twice", again == 0, again),
            check("nothing else is there", not others, others[:5]),
            check("every article is whole", not cut, cut[:5]),
            check("it ended in order", status == 0, status),
            check("every feed has its health", len(health) == FEEDS, len(health)),
            check("what is gone is told so", states[45]["state"] == "gone", states.get(45)),
            check(
                "what can't be read is told so, and why",
                all(states[n]["state"] == "failing" and states[n]["problem"] for n in (47, 48)),
                [states.get(n) for n in (47, 48)],
            ),
            check(
                "all others do well",
                all(f["succeeded"] and f["added"] == site.final(n) for n, f in states.items() if n not in DEAD),
                [f for n, f in states.items() if n not in DEAD and f["added"] != site.final(n)][:3],
            ),
            check(
                "'add' takes pages and feeds by their addresses",
                added == [(page, None)] + [(k, str(n + 1)) for n, k in enumerate(items)],
                added[:3],
            ),
            check("'read' reads a feed by its address", read == items, read[:3]),
            check("this machine is not asked without --allow-private", is_refused),
            check("a feed that moved is asked there", states[23]["movedTo"], states.get(23)),
        ]
        if not all(right):
            follower.log.flush()
            with open(follower.log.name, encoding="utf-8", errors="replace") as log:
                print("".join(log.readlines()[-40:]))
            return 1
        print(follower.ask("feeds", "--limit", "8"))
        return 0


sys.exit(main())
