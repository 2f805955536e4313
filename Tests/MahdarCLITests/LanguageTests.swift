import Foundation
import Testing

@testable import MahdarCLI

/// Pages are in the language of their reader, and programs have the same whatever that is.
struct LanguageTests {
  private let scratch: Scratch
  private let store: [String]
  private let id: String

  init() throws {
    scratch = try Scratch()
    store = ["--store", scratch.url.appendingPathComponent("a.db").path]
    let articles = """
      {"id":"a","published":"2024-05-01","outlet":"الأفق","text":"يلتقي وزير الخارجية الروسي سيرغي لافروف نظيره التركي هاكان فيدان في أنقرة يوم 4 مايو 2024."}
      {"id":"b","published":"2024-05-05","outlet":"الميزان","text":"التقى وزير الخارجية الروسي سيرغي لافروف نظيره التركي هاكان فيدان في أنقرة يوم 4 مايو 2024، واستمر اللقاء ساعتين. وقال لافروف: «لا سبيل غير الحوار بين الجميع»."}
      {"id":"c","published":"2024-05-06","outlet":"الضحى","text":"التقى وزير الخارجية الروسي سيرغي لافروف نظيره التركي هاكان فيدان في أنقرة يوم 5 مايو 2024."}

      """
    let added = try Command(["add", try scratch.file("a.jsonl", Data(articles.utf8))] + store)
    #expect(added.status == 0, "\(added.errors)")
    let row = try Command(["contacts", "--format", "csv"] + store).text.split(whereSeparator: \.isNewline).last
    id = String(row?.prefix { $0 != "," } ?? "")
  }

  private func run(_ arguments: [String], _ environment: [String: String] = [:]) throws -> Command {
    let run = try Command(arguments + store, environment: environment)
    #expect(run.status == 0, "\(arguments): \(run.errors)")
    return run
  }

  private func arabic(_ arguments: String...) throws -> String {
    let run = try run(arguments + ["--lang", "ar"])
    return run.text + run.errors
  }

  @Test(arguments: [
    ([:], "status"), (["LC_ALL": "", "LANG": "ar_EG.UTF-8"], "الحالة"),
    (["LC_ALL": "", "LC_MESSAGES": "ar", "LANG": "en_GB"], "الحالة"),
    (["LC_ALL": "C", "LANG": "ar_SY.UTF-8"], "status"),
    (["LC_ALL": "ar_MA"], "الحالة"), (["LC_ALL": "arn_CL"], "status"), (["LC_ALL": "fr_FR.UTF-8"], "status"),
  ])
  func theLocaleTellsTheLanguage(_ environment: [String: String], _ head: String) throws {
    #expect(try run(["contacts"], environment).lines.first?.contains(head) == true)
  }

  @Test func theOptionOverrulesTheLocale() throws {
    #expect(try run(["contacts", "--lang", "en"], ["LC_ALL": "ar_EG.UTF-8"]).text.contains("status"))
    #expect(try run(["contacts", "--lang", "ar"]).text.contains("الحالة"))
    #expect(try Command(["contacts", "--lang", "fr"] + store).status == 2)
  }

  @Test func listsAreInArabic() throws {
    let contacts = try arabic("contacts", "--legend")
    for word in ["الأطراف", "عُقد", "لقاء", "4 مايو/أيار 2024", "mahdar: 1 من أصل تواصل واحد", "المصادر"] {
      #expect(contacts.contains(word), "\(word): \(contacts)")
    }
    #expect(try arabic("changes", "--since", "2000").contains("جديد"))
    #expect(try arabic("quotes").contains("5 مايو/أيار 2024  سيرغي لافروف"))
    #expect(try arabic("quotes").contains("1 من أصل قول واحد"))
    #expect(try arabic("search", "لافروف").contains("3 من أصل ثلاث مقالات"))
    #expect(try arabic("articles").contains("العنوان"))
    #expect(try arabic("articles", "show", "a").contains("تواصل واحد"))
    _ = try run(["confirm", id])
    let log = try arabic("log")
    #expect(log.contains("تأكيد") && log.contains("1 من أصل قرار واحد"), "\(log)")
    let conflicts = try arabic("conflicts")
    let values = "الموعد: 4 مايو/أيار 2024 (الميزان، 5 مايو/أيار 2024) | 5 مايو/أيار 2024 (الضحى، 6 مايو/أيار 2024)"
    #expect(conflicts.contains(values) && conflicts.contains("1 من أصل تواصل واحد مع تضارب"), "\(conflicts)")
  }

  @Test func pagesOfOneAndOfTwoAreInArabic() throws {
    let person = try arabic("person", "لافروف")
    #expect(person.contains("الطرف     روسيا") && person.contains("ورد في    ثلاث مقالات"), "\(person)")
    let pair = try arabic("pair", "لافروف", "فيدان")
    #expect(pair.contains("بحسب الحالة: عُقد 1") && pair.contains("بحسب الشكل: لقاء 1"), "\(pair)")
  }

  @Test func aContactAndItsStoryAreInArabic() throws {
    let show = try arabic("show", id, "--why")
    for words in [
      "لقاء، عُقد", "· روسيا", "المدة         ساعتان", "عُقد: يرويه مصدران مستقلان منذ 5 مايو/أيار 2024",
      "مقرر، موعده 4 مايو/أيار 2024", "السند: ثلاث مقالات من ", "لماذا هو تواصل واحد", "يؤيد: كلاهما لقاء",
    ] {
      #expect(show.contains(words), "\(words): \(show)")
    }
    let story = try arabic("story", id)
    for words in ["أول من ذكره الأفق، 1 مايو/أيار 2024", "جديد – المشاركون: ", "≠ الموعد: ", "عُقد في 4 مايو/أيار 2024"]
    {
      #expect(story.contains(words), "\(words): \(story)")
    }
    // No word of the other language is left over but what the articles hold.
    for page in [show, story] {
      let latin = page.split { !$0.isASCII || !$0.isLetter }.map(String.init).filter {
        // Ids are in hexadecimal.
        $0.count > 2 && !$0.allSatisfy(\.isHexDigit)
      }
      #expect(Set(latin).isSubset(of: ["Sergey", "Lavrov", "Hakan", "Fidan", "Russia", "Turkey"]), "\(latin)")
    }
  }

  @Test func programsHaveTheSameInAllLanguages() throws {
    for command in [["contacts"], ["changes", "--since", "2000"], ["conflicts"], ["quotes"], ["person", "لافروف"]] {
      for format in ["json", "jsonl", "csv"] {
        let command = command + ["--format", format]
        #expect(try run(command + ["--lang", "ar"]).output == run(command).output, "\(command)")
      }
    }
    for command in [["show", id, "--why"], ["story", id]] {
      let json = try run(command + ["--format", "json", "--lang", "ar"]).text
      #expect(json.contains(#""because":"held: told by 2 roots since 2024-05-05""#), "\(json)")
      #expect(json.contains(#""support":"3 articles, 2 roots (2 outlet)""#), "\(json)")
    }
  }

  @Test(arguments: [60, 80, 140]) func everyLineFits(_ columns: Int) throws {
    for command in [
      ["contacts"], ["changes", "--since", "2000"], ["person", "لافروف"], ["pair", "لافروف", "فيدان"], ["quotes"],
      ["search", "لافروف"], ["show", id, "--why"], ["story", id], ["articles"], ["conflicts"],
    ] {
      let lines = try run(command + ["--lang", "ar"], ["COLUMNS": String(columns)]).lines
      for line in lines { #expect(TerminalText.width(line) <= columns, "\(command): \(line)") }
    }
  }

  @Test func datesAreInFiguresWhereThereIsLittleRoom() throws {
    #expect(try run(["contacts", "--lang", "ar"], ["COLUMNS": "70"]).text.contains("4/5/2024"))
    #expect(try run(["contacts", "--lang", "ar"], ["COLUMNS": "200"]).text.contains("4 مايو/أيار 2024"))
  }
}
