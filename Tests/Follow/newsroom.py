"""A site of 50 feeds: each publishes articles as time goes by, in the form and with the faults that its number gives it."""

import gzip
import html
import random
import socket
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

FEEDS = 50
HOSTS = 8
FORMS = ["rss", "teaser", "atom", "json", "rdf"]
# What some feeds do instead of answering, by the remainder of their number; each does so only now and then.
FAULTS = {
    3: "error",
    7: "reset",
    11: "busy",
    13: "broken",
    17: "slow",
    19: "short",
    23: "moved",
    29: "bomb",
    31: "html",
    37: "loop",
    41: "metadata",
}
# Feeds that never give anything: their items are not counted.
DEAD = {45: "gone", 46: "laughs", 47: "robots", 48: "endless"}

CITIES = ["عمان", "جنيف", "الدوحة", "مسقط", "فيينا"]
PEOPLE = ["أحمد السالم", "خالد المنصور", "سعاد الهاشمي", "ماجد الراوي"]


def body(feed, number):
    """An article's text, its paragraphs."""
    one, other = PEOPLE[feed % 4], PEOPLE[(feed + 1 + number % 3) % 4]
    city = CITIES[(feed + number) % 5]
    told = f"التقى وزير الخارجية {one} نظيره {other} في {city} يوم {number % 27 + 1} مارس 2019."
    more = f"وبحث الجانبان في الجلسة رقم {number} من المسار {feed} سبل التعاون بين البلدين في مجالات المياه والنقل والتجارة"
    return [told] + [f"{more}، البند {n}." for n in range(10)]


class Site:
    """What is published, and what was asked for."""

    def __init__(self, seconds):
        self.start = time.monotonic()
        self.seconds = seconds
        self.lock = threading.Lock()
        self.random = random.Random(12)
        self.requests = {}
        self.is_calm = False

    def count(self, feed):
        """How many articles a feed has published: two at first, twelve by two thirds of the time."""
        if feed in DEAD:
            return 2
        share = min(1.0, (time.monotonic() - self.start) / (self.seconds * 0.66))
        return 2 + int(share * (6 + feed % 5))

    def final(self, feed):
        return 2 + 6 + feed % 5

    def asked(self, path):
        with self.lock:
            self.requests[path] = self.requests.get(path, 0) + 1
            return self.requests[path]

    def fault(self, feed, time_asked):
        """The fault of a feed's answer; once the site is calm there is none that passes."""
        if feed in DEAD:
            return DEAD[feed]
        fault = next((name for number, name in FAULTS.items() if feed % 43 == number), None)
        if fault is None and not self.is_calm:
            with self.lock:
                if self.random.random() < 0.05:
                    return self.random.choice(["error", "reset", "short"])
            return None
        if fault == "moved":
            return fault
        return fault if time_asked % 2 == 1 and not self.is_calm else None


def key(feed, number):
    return f"urn:feed:{feed}:{number}"


def link(feed, number):
    return f"/news/{feed}/{number}"


def render(feed, count, base):
    """The feed in its form."""
    form = FORMS[feed % len(FORMS)]
    if form == "json":
        import json

        items = [
            {
                "id": key(feed, n),
                "url": base + link(feed, n),
                "title": f"خبر {feed} {n}",
                "content_html": "".join(f"<p>{p}</p>" for p in body(feed, n)),
                "date_published": "2019-03-28T10:00:00Z",
            }
            for n in range(count)
        ]
        text = json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": f"صحيفة {feed}", "items": items})
        return text, "application/feed+json"
    parts = []
    for n in range(count):
        full = html.escape("".join(f"<p>{p}</p>" for p in body(feed, n)))
        title = f"خبر {feed} {n}"
        if form == "atom":
            parts.append(
                f"<entry><id>{key(feed, n)}</id><title>{title}</title><link href='{link(feed, n)}'/>"
                f"<published>2019-03-28T10:00:00Z</published><content type='html'>{full}</content></entry>"
            )
        elif form == "rdf":
            parts.append(
                f"<item rdf:about='{key(feed, n)}'><title>{title}</title><link>{link(feed, n)}</link>"
                f"<dc:date>2019-03-28</dc:date><content:encoded>{full}</content:encoded></item>"
            )
        elif form == "teaser":
            parts.append(
                f"<item><guid isPermaLink='false'>{key(feed, n)}</guid><title>{title}</title><link>{link(feed, n)}</link>"
                f"<pubDate>Thu, 28 Mar 2019 10:00:00 GMT</pubDate><description>بداية الخبر…</description></item>"
            )
        else:
            parts.append(
                f"<item><guid isPermaLink='false'>{key(feed, n)}</guid><title>{title} & ما بعده</title>"
                f"<link>{link(feed, n)}</link><pubDate>28 مارس 2019 10:00</pubDate>"
                f"<content:encoded><![CDATA[{html.unescape(full)}]]></content:encoded></item>"
            )
    items = "".join(parts)
    if form == "atom":
        return f"<feed xmlns='http://www.w3.org/2005/Atom'><title>صحيفة {feed}</title>{items}</feed>", "application/atom+xml"
    if form == "rdf":
        head = (
            "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/' "
            "xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:content='http://purl.org/rss/1.0/modules/content/'>"
        )
        return f"{head}<channel><title>صحيفة {feed}</title></channel>{items}</rdf:RDF>", "application/rdf+xml"
    head = "<rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel>"
    return f"{head}<title>صحيفة {feed}</title>{items}</channel></rss>", "application/rss+xml"


LAUGHS = (
    "<!DOCTYPE rss [<!ENTITY a 'ha'>"
    + "".join(f"<!ENTITY {n} '{f'&{o};' * 10}'>" for o, n in zip("abcdefghi", "bcdefghij"))
    + "]><rss><channel><title>صحيفة تضحك</title><item><guid>urn:laugh</guid><title>&j;</title></item></channel></rss>"
)


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.0"
    site = None

    def log_message(self, *arguments):
        pass

    def send(self, content, kind="text/html; charset=utf-8", status=200, headers=()):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        for name, value in headers:
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    def do_GET(self):
        try:
            self.answer()
        except (BrokenPipeError, ConnectionResetError):
            pass

    def answer(self):
        times = self.site.asked(self.path)
        parts = self.path.strip("/").split("/")
        if self.path == "/robots.txt":
            return self.send(b"User-agent: *\nDisallow: /feed/47\n", "text/plain")
        if parts[0] == "feed" or parts[0] == "moved":
            return self.feed(int(parts[1]), times, parts[0] == "moved")
        if parts[0] == "news":
            return self.page(int(parts[1]), int(parts[2]), times)
        self.send(b"", status=404)

    def page(self, feed, number, times):
        if times == 1 and number % 4 == 1 and not self.site.is_calm:
            return self.send(b"", status=503)
        paragraphs = "".join(f"<p>{p}</p>" for p in body(feed, number))
        text = f"<html><head><title>خبر {feed} {number}</title></head><body><article>{paragraphs}</article></body></html>"
        self.send(text.encode())

    def feed(self, number, times, is_moved):
        fault = self.site.fault(number, times)
        count = self.site.count(number)
        text, kind = render(number, count, f"http://{self.headers['Host']}")
        content = text.encode()
        etag = f'"{number}-{count}"'
        if fault == "error":
            return self.send(b"", status=500)
        if fault == "gone":
            return self.send(b"", status=410)
        if fault == "busy":
            return self.send(b"", status=429, headers=[("Retry-After", "1")])
        if fault == "reset":
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
            return self.connection.close()
        if fault == "slow":
            self.wfile.write(b"HTTP/1.0 200 OK\r\n\r\n")
            for byte in content[:3]:
                self.wfile.write(bytes([byte]))
                time.sleep(1)
            return None
        if fault == "short":
            self.wfile.write(b"HTTP/1.0 200 OK\r\nContent-Length: 99999999\r\n\r\n" + content)
            return None
        if fault == "endless":
            self.wfile.write(b"HTTP/1.0 200 OK\r\n\r\n")
            while True:
                self.wfile.write(b" " * 65536)
        if fault == "broken":
            return self.send(content[: len(content) // 2], kind)
        if fault == "moved" and not is_moved:
            return self.send(b"", status=301, headers=[("Location", f"/moved/{number}")])
        if fault == "bomb":
            return self.send(gzip.compress(b" " * (64 << 20)), kind, headers=[("Content-Encoding", "gzip")])
        if fault == "html":
            return self.send("<html><body>صيانة</body></html>".encode())
        if fault == "loop":
            return self.send(b"", status=302, headers=[("Location", f"/feed/{number}")])
        if fault == "metadata":
            return self.send(b"", status=302, headers=[("Location", "file:///etc/passwd")])
        if fault == "laughs":
            return self.send(LAUGHS.encode(), kind)
        if self.headers.get("If-None-Match") == etag:
            return self.send(b"", status=304)
        self.send(content, kind, headers=[("ETag", etag)])
        return None


def serve(seconds):
    """Starts the site on several hosts, addresses of this machine; returns it with the addresses of its feeds."""
    Handler.site = Site(seconds)
    ports = []
    for number in range(HOSTS):
        server = ThreadingHTTPServer((f"127.0.0.{number + 1}", 0), Handler)
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        ports.append(server.server_port)
    hosts = [f"127.0.0.{number + 1}:{port}" for number, port in enumerate(ports)]
    return Handler.site, [f"http://{hosts[feed % HOSTS]}/feed/{feed}" for feed in range(FEEDS)]
