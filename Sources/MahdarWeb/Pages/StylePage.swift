/// The system of the desk: its statuses, sources, marks and states, made of the templates that pages are made of.
struct StylePage: Page {
  static let template = "style"

  struct Value: Encodable {
    var statuses: [String]
    var kinds: [String]
  }

  func value(_ request: PageRequest, _ desk: Desk) -> Value {
    Value(
      statuses: Show.statuses,
      kinds: Show.kinds)
  }

  func view(_ value: Value, _ show: Show) -> View {
    [
      "title": show.w("style"),
      "statuses": value.statuses.map { ["state": show.status($0), "token": "--" + $0] as View },
      "kinds": value.kinds.enumerated().map { index, kind -> View in
        ["class": Show.square(kind), "word": show.w("kind-" + kind), "n": index + 1]
      },
      "tokens": [
        "paper", "band", "hover", "rule", "edge", "ink", "ink2", "ink3", "link", "rubric", "when", "say", "focus",
        "hit", "ev",
      ]
      .map { ["name": "--" + $0, "class": "tk-" + $0] as View },
      "days": [
        show.day("2025-10-21", isLong: true), show.day("2025-10-22/2025-10-23"), show.day("2025-10"),
        show.day("2024-W36"),
      ],
    ]
  }
}
