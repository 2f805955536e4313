/// The names that columns and members have in tables and exports, by field, the surest first.
///
/// In English, French and Arabic, in lower case, less what parts their words; Arabic folded, less the article.
enum FieldNames {
  private static let names: [FieldMapping.Field: [String]] = [
    .text: [
      "text", "body", "content", "articlebody", "articletext", "articlecontent", "fulltext", "bodytext", "contenttext",
      "contentrendered", "maintext", "newstext", "plaintext", "storytext", "story", "rawtext", "cleantext",
      "paragraphs", "article",
      "contenu", "texte", "corps", "textearticle", "نص", "نصالخبر", "نصالمقال", "محتوي", "محتويالخبر", "متن",
      "متنالخبر",
      "خبر", "مقال", "مقاله", "تفاصيل", "description", "summary", "excerpt", "abstract", "resume", "chapo", "وصف",
      "ملخص",
    ],
    .title: [
      "title", "headline", "articletitle", "newstitle", "titlerendered", "header", "heading", "subject", "titre",
      "intitule",
      "عنوان", "عنوانالخبر", "عنوانالمقال",
    ],
    .published: [
      "published", "publishedat", "publisheddate", "publishedon", "publicationdate", "publishdate", "datepublished",
      "pubdate",
      "dateofpublication", "articledate", "newsdate", "date", "datetime", "dategmt", "posted", "postedat", "postdate",
      "createdat", "created", "timestamp", "time", "day", "datedepublication", "datepublication", "dateparution",
      "jour",
      "تاريخ", "تاريخالنشر", "تاريخالخبر", "نشرفي", "يوم",
    ],
    .outlet: [
      "outlet", "source", "sourcename", "newspaper", "publisher", "publication", "sitename", "site", "website", "media",
      "agency", "domain", "journal", "editeur", "مصدر", "صحيفه", "جريده", "موقع", "وكاله", "ناشر", "قناه", "وسيله",
    ],
    .url: [
      "url", "link", "articleurl", "sourceurl", "canonicalurl", "permalink", "weburl", "uri", "href", "lien", "adresse",
      "رابط",
      "رابطالخبر", "رابطالمقال",
    ],
    .author: [
      "author", "authors", "byline", "authorname", "writer", "creator", "reporter", "auteur", "auteurs", "كاتب", "مولف",
      "محرر", "مراسل",
    ],
    .language: ["language", "lang", "languagecode", "langue", "لغه"],
    .id: ["id", "articleid", "newsid", "docid", "documentid", "uuid", "guid", "identifier", "identifiant", "معرف"],
  ]

  private static let ranks = names.mapValues { names in
    Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
  }

  /// How sure a plain name is one of a field's: the less, the surer; nil where it is none.
  static func rank(_ plain: String, of field: FieldMapping.Field) -> Int? { ranks[field]?[plain] }

  /// Whether what has this name is an article's text, and no mere description of something.
  static func isText(_ name: String) -> Bool {
    guard let rank = Self.rank(plain(name), of: .text), let description = Self.rank("description", of: .text) else {
      return false
    }
    return rank < description
  }

  /// A name as the lists have it.
  static func plain(_ name: String) -> String {
    var letters = String.UnicodeScalarView()
    for word in name.lowercased().split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
      // The first word's article is left out: «تاريخ النشر» keeps its second.
      let word = letters.isEmpty && word.hasPrefix("ال") && word.count > 3 ? word.dropFirst(2) : word
      for scalar in word.unicodeScalars {
        switch scalar {
        case "\u{064B}"..."\u{0652}", "ـ": continue
        case "أ", "إ", "آ": letters.append("ا")
        case "ة": letters.append("ه")
        case "ى": letters.append("ي")
        case "ؤ": letters.append("و")
        case "é", "è", "ê": letters.append("e")
        default: letters.append(scalar)
        }
      }
    }
    return String(letters)
  }
}
