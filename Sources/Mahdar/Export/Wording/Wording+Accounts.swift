/// The words of a contact told in one sentence: «عُقد لقاء سري بين … في …، وفي رواية في …».
extension Wording.Term {
  public static let accountBetween = Self("between ", "بين ")
  public static let accountWith = Self("with ", "مع ")
  public static let accountBy = Self("by ", "")
  public static let accountTo = Self(" to ", " إلى ")
  public static let accountIn = Self(" in ", " في ")
  public static let accountOthers = Self(" and others", " وآخرين")
  public static let accountElse = Self(" or, by another account, in ", "، وفي رواية في ")
}

extension Wording {
  /// A form as the sentence has it: «لقاء سري», «اتصال هاتفي», “Secret meeting”, “Talks”.
  public func told(_ form: String, isSecret: Bool) -> String {
    guard isArabic else {
      let noun = form == "talks" ? form : noun(form)
      return isSecret ? "Secret " + noun : noun.prefix(1).uppercased() + noun.dropFirst()
    }
    let noun = form == "call" ? "اتصال هاتفي" : form == "talks" ? "محادثات" : noun(form)
    return isSecret ? noun + (isFeminine(form) ? " سرية" : " سري") : noun
  }

  /// What became of it, before the form in Arabic and behind the parties in English: «أُجّلت», “was postponed”.
  public func act(_ status: String, of form: String) -> String {
    guard isArabic else {
      let isMany = form == "talks"
      return switch status {
      case "held": "took place"
      case "underway": (isMany ? "are" : "is") + " under way"
      case "scheduled": (isMany ? "are" : "is") + " scheduled"
      default: (isMany ? "were " : "was ") + status
      }
    }
    let noun = ["meeting", "conference"].contains(form) ? "عقد" : form == "message" ? "توجيه" : "إجراء"
    return switch status {
    case "held": isFeminine(form) ? "جرت" : noun == "عقد" ? "عُقد" : "جرى"
    case "underway": isFeminine(form) ? "تجري" : "يجري"
    case "scheduled": "من المقرر \(noun)"
    case "proposed": isFeminine(form) ? "اقتُرحت" : "اقتُرح"
    case "postponed": isFeminine(form) ? "أُجّلت" : "أُجّل"
    case "cancelled": isFeminine(form) ? "أُلغيت" : "أُلغي"
    default: isFeminine(form) ? "نُفيت" : "نُفي"
    }
  }
}
