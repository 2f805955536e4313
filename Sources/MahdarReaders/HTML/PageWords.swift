/// The words by which pages of the press name their parts, in classes and in what they show; beginnings of lines are folded.
enum PageWords {
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

  /// Words before an author's name, small.
  static let by = [
    "by", "written by", "بقلم", "كتب", "كتبت", "كتبها", "كتبه", "إعداد", "اعداد", "تحرير", "par", "von", "por", "di",
    "автор", "yazan", "نویسنده",
    "الكاتب", "المصدر", "تقرير", "حوار", "تحقيق",
  ]

  /// Beginnings of lines that lead to other articles.
  static let leads = [
    "اقرا ايضا", "اقرا المزيد", "اقرا ايضًا", "إقرأ", "اقرا كذلك", "اقراوا ايضا", "شاهد ايضا", "شاهد:", "طالع ايضا",
    "للمزيد", "مواضيع ذات صلة",
    "اخبار ذات صلة", "موضوعات متعلقة", "مقالات ذات صلة", "انظر ايضا", "تابع ايضا", "تابعوا ايضا", "قد يهمك", "قد يعجبك",
    "المزيد من",
    "read more", "read also", "also read", "see also", "read next", "more on this", "related:", "recommended",
    "more from",
    "click here", "sign up", "subscribe", "follow us", "lire aussi", "a lire aussi", "voir aussi", "lea tambien",
    "lee tambien",
    "te puede interesar", "lesen sie auch", "mehr zum thema", "leia tambem", "leggi anche", "ayrica bakiniz",
    "ilgili haber",
    "читайте также", "читать также", "بیشتر بخوانید", "مطالب مرتبط", "advertisement", "اعلان", "اشهار", "publicidad",
    "publicite", "anzeige", "werbung", "реклама", "reklam", "photo:", "image:",
    "article continues", "story continues", "skip to", "تابعنا", "تابعونا", "اشترك", "حمل تطبيق", "لمتابعه",
  ].map(PageText.folded)

  /// Words that the day of a change stands behind.
  static let changes = [
    "آخر تحديث", "اخر تحديث", "تم التحديث", "تم التعديل", "آخر تعديل", "عدل في", "حُدّث", "حدث في", "updated", "modified",
    "last update", "mis à jour",
    "aktualisiert", "actualizado", "aggiornato", "güncelleme", "обновлено", "به‌روزرسانی",
  ]

  /// Beginnings of lines that tell when an article was put up.
  static let dates = [
    "نشر في", "نشر بتاريخ", "تاريخ النشر", "نشرت في", "اخر تحديث", "تم النشر", "تم التحديث", "الساعة", "published",
    "updated", "last updated",
    "posted on", "first published", "publié le", "mis à jour", "veröffentlicht", "publicado", "опубликовано",
    "yayınlanma", "güncelleme",
  ].map(PageText.folded)

  /// Beginnings of what is said of an owner's rights.
  static let rights = [
    "جميع الحقوق محفوظة", "كل الحقوق محفوظة", "حقوق النشر", "الحقوق محفوظة", "copyright", "all rights reserved",
    "tous droits réservés", "todos los derechos",
    "alle rechte vorbehalten", "все права защищены", "tüm hakları saklıdır", "تمامی حقوق",
  ].map(PageText.folded)

  /// Headings of other articles: an article may go on behind their boxes.
  static let pauses = [
    "اقرا ايضا", "مواضيع ذات صله", "اخبار ذات صله", "موضوعات ذات صله", "مقالات ذات صله", "موضوعات متعلقه",
    "اخبار متعلقه", "الاكثر قراءه",
    "قد يعجبك", "قد يهمك", "المزيد", "شارك", "related", "recommended", "more from", "you may also", "you might also",
    "most read",
    "most popular", "share this", "read more", "up next", "trending", "lire aussi", "mehr zum thema", "читайте также",
  ].map(PageText.folded)

  /// Headings behind which an article is over.
  static let ends = [
    "التعليقات", "تعليقات", "اضف تعليق", "اترك تعليق", "اكتب تعليق", "كلمات مفتاحيه", "كلمات دلاليه", "المراجع",
    "comments", "leave a comment",
    "leave a reply", "references", "bibliography", "media contact", "media contacts", "about the author", "tags",
    "commentaires",
    "kommentare", "comentarios", "комментарии", "yorumlar", "نظرات",
  ].map(PageText.folded)
}
