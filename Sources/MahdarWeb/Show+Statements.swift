import Mahdar
import MahdarStore

extension Show {
  /// Something said, as lists have it.
  func statement(_ quote: QuoteAnswer) -> View {
    [
      "words": quote.text, "isIndirect": quote.kind == "indirect", "speaker": run(quote.speaker),
      "speakerHref": quote.speakerKind == "person"
        ? quote.speakerID.map(personLink) ?? link("statements", [("speaker", quote.speaker)]) as Any : false,
      "office": or(quote.office), "outlet": quote.outlet.map(run) ?? run(w("outlet-unknown")),
      "outlets": quote.outlets.count > 1
        ? w(quote.outlets.count == 2 ? "outlets-two" : "outlets-all", String(quote.outlets.count)) as Any : false,
      "via": or(quote.via.map(run)), "day": published(quote.published), "articleHref": articleLink(quote.article),
      "square": Self.square(["anonymous": "anonymous", "outlet": "outlet"][quote.speakerKind] ?? "official"),
    ]
  }
}
