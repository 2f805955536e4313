/// The names that pages give to their parts in classes and ids, which are of the web and not of a language.
enum PageNames {
  /// First words of names that tell how a whole page is laid out.
  static let modifiers: Set<String> = ["has", "no", "not", "with", "without", "is", "hide", "show", "if", "js"]

  static let marks: [String: PageMarks] = {
    let groups: [(PageMarks, String)] = [
      (
        .menu,
        "menu nav navbar navigation breadcrumb breadcrumbs crumbs pagination pager pagenavi topbar toolbar skip ticker"
      ),
      (.footer, "footer foot copyright colophon disclaimer copyrights"),
      (.aside, "sidebar aside widget widgets rail sidenav"),
      (
        .related,
        """
        related recommended recommendations recommend popular trending latest mostread mostviewed outbrain taboola \
        readalso seealso teaser teasers suggested suggestions carousel slider upnext prevnext nextprev similar yarpp \
        crp alsoread onward promo promos recirc mightlike headlines moreon
        """
      ),
      (.comments, "comment comments disqus respond reply replies commentlist discussion fbcomments livefyre"),
      (
        .notice,
        """
        share sharing shares sharedaddy addtoany addthis social socials follow subscribe subscription newsletter signup popup \
        modal cookie cookies consent gdpr bio authorbio authorbox aboutauthor authorinfo authordescription \
        authorprofile authorcard banner ad ads adv advert adverts advertisement advertising adsense adsbygoogle dfp \
        gpt sponsor sponsored paywall login register overlay toast alert notification donate donation poll survey \
        whatsapp telegram tooltip offscreen sronly screenreadertext screenreaderonly visuallyhidden audioplayer player vjs jwplayer videoplayer
        """
      ),
      (.caption, "caption captions figcaption credit credits imgcaption photocredit"),
      (.tags, "tags tag taglist keywords topics tagcloud hashtags"),
      (.embed, "tweet instagram tiktok fbpost"),
      (
        .byline,
        "author authors byline bylines date dateline time timestamp posted published submitted infos when pubdate meta postmeta writer "
          + "category categories kicker reporter updated rubric"
      ),
      (
        .summary,
        "lead lede standfirst summary excerpt subtitle subtitles subhead subheadline dek deck intro chapo abstract sapo perex "
          + "strapline ingress"
      ),
    ]
    var marks: [String: PageMarks] = [:]
    for (mark, words) in groups { for word in words.split(separator: " ") { marks[String(word)] = mark } }
    return marks
  }()

  /// Beginnings of words that are run together: `relatedposts`, `commentslist`.
  private static let beginnings: [(String, PageMarks)] = [
    ("related", .related), ("recommend", .related), ("mostread", .related), ("comment", .comments), ("share", .notice),
    ("social", .notice), ("subscri", .notice), ("newsletter", .notice), ("advert", .notice), ("sponsor", .notice),
    ("sidebar", .aside), ("breadcrumb", .menu), ("cookie", .notice), ("disqus", .comments), ("taboola", .related),
    ("outbrain", .related), ("copyright", .footer), ("navbar", .menu),
  ]

  static func mark(ofBeginning word: String) -> PageMarks? {
    beginnings.first { word.utf8.count > $0.0.utf8.count && word.hasPrefix($0.0) }?.1
  }

  /// Words that a name of the body has.
  static let bodyWords: Set<String> = [
    "content", "article", "body", "text", "story", "entry", "post", "main", "page", "details",
  ]

  /// Names of bodies, less the marks between their words.
  static let bodies: Set<String> = Set(
    """
    articlebody entrycontent postcontent articlecontent storybody postbody articletext newscontent newsbody storycontent \
    articledetails newsdetails contenttext wysiwyg fieldnamebody itemfulltext \
    storytext textbody posttext newstext tdpostcontent articlebodytext bodytext richtext fulltext \
    thecontent entrybody contententry detailbody
    """.split(separator: " ").map(String.init))
}
