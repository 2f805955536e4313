"""The pages that are tested: their names and addresses in a language."""

from desk import quoted

QUESTIONS = {"ar": "متى التقى فؤاد حسين هاكان فيدان آخر مرة؟", "en": "When did Fuad Hussein last meet Hakan Fidan?"}
ERROR = "error"


def pages(desk, language):
    """By name, the addresses of one page of each kind in the store of the Samples.

    In English, where directions mix, also those of pages in another state: the name of the kind, a comma, the state.
    """
    contacts = desk.json(f"{language}/contacts.json")["list"]["contacts"]
    disputed = next(contact for contact in contacts if contact["conflicts"])
    paths = {
        "today": "",
        "contacts": "contacts",
        "contacts, filtered": "contacts?status=held&side=JO&from=2017&sort=oldest",
        "contacts, none": "contacts?with=" + quoted("لا أحد"),
        "timeline": "timeline",
        "timeline, filtered": "timeline?side=JO",
        "calendar": "calendar",
        "calendar, full": "calendar?month=2024-09",
        "people": "people",
        "people, found": "people?name=" + quoted("حسين"),
        "network": "network",
        "network, people": "network?by=people",
        "statements": "statements",
        "statements, compared": "statements?compare=1&speaker=" + quoted("فؤاد حسين"),
        "conflicts": "conflicts",
        "articles": "articles",
        "sources": "sources",
        "search": "search",
        "search for an answer": "search?q=" + quoted(QUESTIONS[language]),
        "search, words": "search?q=" + quoted("زيارة"),
        "search, nothing": "search?q=" + quoted("قسطنطينية"),
        "try": "try",
        "about": "about",
        "style": "style",
        "contact": "contacts/" + disputed["id"],
        "contact, scheduled": "contacts/" + next(one["id"] for one in contacts if one["status"] == "scheduled"),
        "article": article(desk),
        "person": "person?id=Q56704276",
        "state": "person?id=QA",
        "pair": "pair?of=QA&of=SG",
        ERROR: "nothing-of-this-name",
        "contact, none": "contacts/c0000000000000000",
    }
    return {name: f"{language}/{path}" for name, path in paths.items() if language == "en" or ", " not in name}


def article(desk):
    """The article of most contacts, but not of so many that it hides."""
    articles = desk.json("en/articles.json")["articles"]
    return "article?id=" + quoted(max(articles, key=lambda article: article["contacts"])["id"])


# Pages of these say that they are missing.
MISSING = {ERROR, "contact, none"}
LANGUAGES = ("ar", "en")
DIRECTIONS = {"ar": "rtl", "en": "ltr"}
