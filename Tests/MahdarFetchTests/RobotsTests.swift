import Testing

@testable import MahdarFetch

/// The rules of RFC 9309.
struct RobotsTests {
  private func allows(_ text: String, _ path: String) -> Bool { Robots(Array(text.utf8), agent: "mahdar").allows(path) }

  @Test func theGroupOfTheProgramCountsBeforeThatOfAll() {
    let text = "User-agent: *\nDisallow: /\n\nUser-Agent: other\nUser-agent: Mahdar/1.0\nDisallow: /a # why\n"
    #expect(allows(text, "/b"))
    #expect(!allows(text, "/a/b"))
    #expect(!allows("user-agent: *\r\ndisallow: /", "/"))
    #expect(allows("User-agent: mahdarbot\nDisallow: /", "/"))
  }

  @Test func groupsOfOneNameAreOne() {
    let text = "User-agent: mahdar\nDisallow: /a\n\nUser-agent: x\nDisallow: /\n\nUser-agent: mahdar\nDisallow: /b\n"
    #expect(!allows(text, "/a") && !allows(text, "/b") && allows(text, "/c"))
  }

  @Test func theLongestPatternDecides() {
    let text = "User-agent: *\nDisallow: /news\nAllow: /news/open\nAllow: /same\nDisallow: /same\n"
    #expect(!allows(text, "/news/1") && allows(text, "/news/open/1") && allows(text, "/same") && allows(text, "/"))
  }

  @Test func starsAndEndsAreKnown() {
    let text = "User-agent: *\nDisallow: /*.pdf$\nDisallow: /*/print\nDisallow: /x*y*z\nDisallow:\n"
    #expect(!allows(text, "/a.pdf") && allows(text, "/a.pdf?b") && !allows(text, "/a/print/b"))
    #expect(!allows(text, "/x1y2z3") && allows(text, "/x1z2"))
  }

  @Test func escapesAreOneWithWhatTheyStandFor() {
    #expect(!allows("User-agent: *\nDisallow: /أ", "/%d8%a3"))
    #expect(!allows("User-agent: *\nDisallow: /%61", "/a"))
    #expect(allows("User-agent: *\nDisallow: /a%2Fb", "/a/b"))
  }

  @Test func hostileFilesTakeLittleTime() {
    let text = "User-agent: *\n" + String(repeating: "Disallow: /*a*a*a*a*a*a*a*b\n", count: 6000)
    #expect(allows(text, "/" + String(repeating: "a", count: 2000)))
    #expect(Robots([0xFF, 0x3A, 0x00], agent: "mahdar").allows("/"))
  }

  @Test func wishesForPausesAreHeard() {
    #expect(Robots(Array("User-agent: *\nCrawl-delay: 2.5".utf8), agent: "mahdar").delay == 2.5)
  }
}
