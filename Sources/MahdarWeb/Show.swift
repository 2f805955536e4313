import Mahdar
import MahdarStore

/// How the values of one page are shown: in the reader's language, calendar and preferences.
struct Show {
  let desk: Desk
  let request: PageRequest
  let overview: Overview
  let words: UIWords
  let wording: Wording

  init(_ desk: Desk, _ request: PageRequest, _ overview: Overview) {
    (self.desk, self.request, self.overview) = (desk, request, overview)
    words = desk.words[request.language] ?? UIWords.none
    let pipeline = desk.pipeline
    wording = Wording(request.language) { pipeline.countryName($0) }
  }

  var isArabic: Bool { request.language == .ar }

  func w(_ key: String) -> String { words[key] }

  /// Words of the interface with values in place of `%`, one after the other.
  func w(_ key: String, _ values: String...) -> String {
    values.reduce(words[key]) { words, value in
      guard let place = words.firstIndex(of: "%") else { return words }
      return words.replacingCharacters(in: place...place, with: value)
    }
  }

  // MARK: Addresses

  /// The address of a page in the reader's language.
  func link(_ path: String, _ query: [(name: String, value: String)] = []) -> String {
    "/\(request.language.rawValue)/\(path)" + (query.isEmpty ? "" : "?" + PageRequest.encode(query))
  }

  func contactLink(_ id: String) -> String { link("contacts/" + PageRequest.encode(id)) }
  func articleLink(_ id: String) -> String { link("article", [("id", id)]) }
  func personLink(_ identity: String) -> String { link("person", [("id", identity)]) }
  func pairLink(_ one: String, _ other: String) -> String { link("pair", [("of", one), ("of", other)]) }

  /// The address of a party: of a state by its code.
  func link(_ party: ContactParty) -> String {
    personLink(party.kind == "state" ? party.side ?? party.identity : party.identity)
  }

  /// This page in another language or as JSON.
  func here(_ language: Wording.Language? = nil, json: Bool = false) -> String {
    let path = request.path.map { PageRequest.encode($0) }.joined(separator: "/")
    let query = request.query.isEmpty ? "" : "?" + PageRequest.encode(request.query)
    return "/\((language ?? request.language).rawValue)/\(path.isEmpty && json ? "today" : path)"
      + (json ? ".json" : "") + query
  }

  // MARK: Pages

  func page(_ template: String, _ view: View) throws -> PageAnswer {
    let whole = frame.merging(view) { $1 }
    guard let page = desk.templates.render(whole, withTemplate: template) else { throw PageError.missing }
    let bytes = HTMLText.cleaned(Array(page.utf8))
    return PageAnswer(bytes: isArabic ? bytes : HTMLText.tellingArabic(bytes), type: PageAnswer.html)
  }

  private static let sections = [
    ("today", ""), ("contacts", "contacts"), ("timeline", "timeline"), ("calendar", "calendar"), ("people", "people"),
    ("network", "network"), ("statements", "statements"), ("conflicts", "conflicts"), ("articles", "articles"),
    ("sources", "sources"), ("search", "search"), ("try", "try"),
  ]

  /// Which section of the bar a page belongs to.
  private var section: String {
    let first = request.path.first ?? "today"
    return ["person": "people", "pair": "people", "article": "articles"][first] ?? first
  }

  /// What stands on every page around it.
  private var frame: View {
    let preferences = request.preferences
    func set(_ name: String, _ value: String) -> String {
      "/set?" + PageRequest.encode([(name, value), ("back", here())])
    }
    let months = CalendarWords.Family.allCases.map { family -> View in
      [
        "word": desk.calendar.month(7, .ar, family), "href": set("months", family.rawValue),
        "on": preferences.months == family,
      ]
    }
    let other: Wording.Language = isArabic ? .en : .ar
    return [
      "lang": request.language.rawValue, "dir": isArabic ? "rtl" : "ltr", "w": words.words,
      "theme": or(preferences.theme?.rawValue), "dense": preferences.isDense,
      "sheet": "/static/desk.css?" + (desk.files["desk.css"]?.tag ?? ""),
      "script": "/static/desk.js?" + (desk.files["desk.js"]?.tag ?? ""), "home": link(""),
      "sections": Self.sections.map { key, path -> View in
        ["word": w("nav-" + key), "href": link(path), "here": section == key]
      },
      "search": link("search"), "suggest": link("suggest.json"), "q": "", "otherLang": other.rawValue,
      "otherDir": other == .ar ? "rtl" : "ltr", "otherHref": set("lang", other.rawValue),
      "otherWord": w("other-language"), "json": here(json: true), "about": link("about"),
      "style": link("style"), "light": set("theme", "light"), "dark": set("theme", "dark"),
      "system": set("theme", "system"),
      "isLight": preferences.theme == .light, "isDark": preferences.theme == .dark,
      "isSystem": preferences.theme == nil,
      "months": isArabic ? months : [], "hasMonths": isArabic, "hijri": set("hijri", preferences.isHijri ? "0" : "1"),
      "isHijri": preferences.isHijri,
      "density": set("dense", preferences.isDense ? "0" : "1"),
      "footCounts": overview.isPending
        ? w("counting")
        : w("foot-counts", count(overview.numbers.contacts, "contact"), count(overview.numbers.articles, "article")),
      "isCounting": overview.isPending,
      "isOfSamples": desk.isOfSamples,
      "added": overview.numbers.lastAdded.map { $0.prefix(16).replacing("T", with: " ") } ?? "",
    ]
  }

  /// «12 تواصلًا», “12 contacts”.
  func count(_ number: Int, _ noun: String) -> String { wording.tally(number, noun) }

  // MARK: Small things that stand everywhere

  /// A run of text from data, with its language where it is another than the page's.
  func run(_ text: String) -> View {
    let isText = Self.isArabic(text)
    let language: String? = isText == isArabic ? nil : isText ? "ar" : Self.isLatin(text) ? "en" : nil
    return ["t": text, "l": or(language), "also": false]
  }

  /// A place: in English its English name with the article's beside it.
  func place(_ name: String) -> View {
    guard !isArabic, let label = english(ofPlace: name) else { return run(name) }
    return ["t": label, "l": false, "also": name]
  }

  func english(ofPlace name: String) -> String? {
    // «مدينة أنطاليا» is “Antalya”.
    [Spelling.folded(name), name, desk.store.terms.lexicon.places.bare(name)].lazy.compactMap { desk.english.label($0) }
      .first
  }

  static func isArabic(_ text: String) -> Bool {
    text.unicodeScalars.contains { (0x0620...0x064A).contains($0.value) }
  }

  private static func isLatin(_ text: String) -> Bool {
    text.unicodeScalars.contains { $0.properties.isAlphabetic && $0.value < 0x250 }
  }

  static let statuses = ContactStatus.allCases.map(\.rawValue)
  /// Of roots, the surest first.
  static let kinds = [SourceRoot.Kind.official, .outlet, .anonymous, .document].map(\.rawValue)

  func status(_ code: String) -> View { ["code": code, "word": statusWord(code)] }

  func statusWord(_ code: String) -> String {
    w("status-" + code)
  }

  func form(_ form: String) -> String { w("form-" + form) }

  /// The class of a kind of source, as the sheet knows it.
  static func square(_ kind: String) -> String {
    ["official": "off", "anonymous": "anon", "document": "doc"][kind] ?? "out"
  }

  /// A square for each root.
  func squares(_ kinds: [String: Int]) -> [View] {
    Array(
      Self.kinds.flatMap { kind in
        Array(repeating: ["class": Self.square(kind), "word": w("kind-" + kind)] as View, count: kinds[kind] ?? 0)
      }.prefix(6))
  }

  /// A state or another side in the reader's language.
  func side(_ code: String) -> String {
    desk.bodies.name(code, request.language) ?? (isArabic ? wording.side(code) : desk.english.label(code) ?? code)
  }
}

extension UIWords {
  static let none = UIWords(words: [:])

  private init(words: [String: String]) { self.words = words }
}
