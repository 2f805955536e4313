"""Articles whose every field tries to break out of the page."""

import json

SENTENCE = "التقى وزير الخارجية المصري بدر عبد العاطي نظيره الأردني أيمن الصفدي في القاهرة أمس"
PAYLOADS = {
    "script": "<script>alert(1)</script>",
    "image": "\"><img src=x onerror=alert(1)>",
    # A quotation mark that a combining character makes part of another letter for those who compare letters.
    "combining": "\"\u0301 onmouseover=alert(1) autofocus onfocus=alert(1) x=\"",
    "apostrophe": "'\u0301 onmouseover=alert(1) x='",
    "bracket": "<\u0301img src=x onerror=alert(1)>",
    "override": "\u202egnp.exe \u2066 \u2067 \u202a",
    "long": "ب" * 5000,
    "latin": "W" * 5000,
    "mustache": "{{{html}}} {{w.brand}} {{>frame}}",
    "entities": "&lt;script&gt;alert(1)&lt;/script&gt; &#34; &quot;",
    "controls": "a\u0000b\u0007c\u001b[31md\u2028e\ufefff",
}


# Some of them together, as short as an address has to be.
SHORT = {
    "elements": " ".join(PAYLOADS[name] for name in ("script", "image", "combining", "apostrophe", "bracket")),
    "letters": " ".join(PAYLOADS[name] for name in ("override", "mustache", "entities", "controls")),
    "long": "W" * 300,
}


def articles():
    for number, (name, payload) in enumerate(PAYLOADS.items()):
        # Also in the middle of the words that are quoted.
        words = SENTENCE.replace(" نظيره", f" {payload} نظيره")
        yield {
            "id": f"{name} {payload[:300]}",
            "title": f"{payload} لقاء",
            "text": f"{SENTENCE} {payload}.\n\n{words}، وقال الصفدي: «{payload} الحوار هو الطريق الوحيد».\n\n{payload}",
            "outlet": payload,
            "published": f"2025-10-{number + 10:02}",
            "url": "javascript:alert(1)" if number % 2 else f"https://example.org/{payload}",
        }


def lines():
    return "".join(json.dumps(article, ensure_ascii=False) + "\n" for article in articles())
