import Foundation
import HTTPTypes
import Hummingbird
import Mahdar

/// One request as it came, and what is said of it in the head of its answer.
struct Call {
  let method: HTTPRequest.Method
  /// The parts of the path, decoded.
  let path: [String]
  let query: String
  let address: String
  private let headers: HTTPFields
  private let cookies: [String: String]
  let authority: String?
  let preferences: Preferences
  let visit: Visit
  /// The page that it asks for, once it is known.
  var page: PageRequest?
  /// An answer that the gate gives.
  var answer: Answer?

  init(_ request: Request) {
    method = request.method
    headers = request.headers
    authority = request.head.authority
    let uri = request.head.path ?? "/"
    address = uri
    let parts = uri.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    path = parts[0].split(separator: "/").prefix(8).map { PageRequest.decode(String($0)) }
    query = parts.count > 1 ? String(parts[1]) : ""
    cookies = Self.cookies(request.headers[.cookie] ?? "")
    preferences = Preferences(cookies[Preferences.cookie] ?? "")
    visit = Visit(cookies[Visit.cookie], now: Int(Date.now.timeIntervalSince1970))
  }

  private static func cookies(_ header: String) -> [String: String] {
    header.prefix(4000).split(separator: ";").reduce(into: [:]) { cookies, part in
      let pair = part.split(separator: "=", maxSplits: 1)
      guard pair.count == 2 else { return }
      cookies[pair[0].trimmingCharacters(in: .whitespaces)] = pair[1].trimmingCharacters(in: .whitespaces)
    }
  }

  subscript(cookie name: String) -> String? { cookies[name] }
  subscript(header name: HTTPField.Name) -> String? { headers[name] }

  /// The language that the browser asks for.
  var accepted: Wording.Language {
    let languages = (headers[.acceptLanguage] ?? "").split(separator: ",").map {
      $0.trimmingCharacters(in: .whitespaces)
    }
    return languages.first { $0.hasPrefix("ar") || $0.hasPrefix("en") }?.hasPrefix("en") ?? false ? .en : .ar
  }

  // MARK: Answers without a page

  private static func cookie(_ name: String, _ value: String) -> String {
    "\(name)=\(value); Path=/; Max-Age=31536000; SameSite=Strict; HttpOnly"
  }

  static func redirect(_ location: String, cookies: [String] = []) -> Answer {
    Answer(status: 303, location: location, cookies: cookies)
  }

  /// The same place in the language that was chosen before, or that the browser asks for.
  func toLanguage() -> Answer {
    let language = preferences.language ?? accepted
    return Self.redirect("/\(language.rawValue)" + (address.hasPrefix("/") && !address.hasPrefix("//") ? address : "/"))
  }

  /// Notes what a reader has chosen, and goes back to where that was.
  func choice() -> Answer {
    guard let pairs = try? PageRequest.pairs(query) else { return Self.redirect("/") }
    var chosen = preferences
    var back = "/"
    for (name, value) in pairs {
      if name == "back" { back = value } else { chosen.set(name, value) }
    }
    // Only to places of this desk.
    let isHere =
      back.hasPrefix("/") && !back.hasPrefix("//") && !back.contains("\\")
      && back.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
    if !isHere { back = "/" }
    if let language = pairs.first(where: { $0.name == "lang" }).flatMap({ Wording.Language(rawValue: $0.value) }) {
      let rest = back.dropFirst(3)
      if back.hasPrefix("/ar") || back.hasPrefix("/en"), rest.isEmpty || "/?".contains(rest.first ?? " ") {
        back = "/\(language.rawValue)" + rest
      }
    }
    return Self.redirect(back, cookies: [Self.cookie(Preferences.cookie, chosen.text)])
  }

  // MARK: The head

  /// No script or style but the desk's own files; nothing from elsewhere; in no frame.
  private static let policy = """
    default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; \
    base-uri 'none'; frame-ancestors 'none'
    """

  func response(_ answer: Answer) -> Response {
    var fields: HTTPFields = [
      .contentType: answer.type, .contentSecurityPolicy: Self.policy, .xContentTypeOptions: "nosniff",
    ]
    fields[Self.referrer] = "same-origin"
    fields[Self.opener] = "same-origin"
    if answer.isLasting {
      fields[.cacheControl] = "public, max-age=31536000, immutable"
    } else {
      fields[.cacheControl] = "private, no-cache"
      fields[.vary] = "Cookie, Accept-Encoding"
    }
    if answer.status == 503 { fields[.retryAfter] = "1" }
    if let location = answer.location { fields[.location] = location }
    for cookie in answer.cookies { fields.append(HTTPField(name: .setCookie, value: cookie)) }
    if page != nil, page?.isJSON == false, method == .get {
      fields.append(HTTPField(name: .setCookie, value: Self.cookie(Visit.cookie, visit.text)))
    }
    let packs = (headers[.acceptEncoding] ?? "").contains("gzip") && answer.packed != nil
    if !answer.tag.isEmpty {
      let tag = "\"\(answer.tag)\(packs ? "-gz" : "")\""
      fields[.eTag] = tag
      if answer.status == 200, let known = headers[.ifNoneMatch],
        known.split(separator: ",").contains(where: { $0.trimmingCharacters(in: .whitespaces) == tag })
      {
        fields[.contentType] = nil
        return Response(status: .notModified, headers: fields)
      }
    }
    if packs { fields[.contentEncoding] = "gzip" }
    let bytes = packs ? answer.packed ?? answer.bytes : answer.bytes
    return Response(
      status: .init(code: answer.status), headers: fields,
      body: method == .head ? .init() : .init(byteBuffer: ByteBuffer(bytes: bytes)))
  }

  private static let referrer = HTTPField.Name("Referrer-Policy") ?? .contentType
  private static let opener = HTTPField.Name("Cross-Origin-Opener-Policy") ?? .contentType
}
