/// What the comparison of two claims found, in values; `Wording` has the words.
public enum Finding: Sendable, Hashable {
  /// How one who takes part in the one claim is one of the other.
  public enum Match: Sendable, Hashable {
    case side(String, String, String)
    /// With the label that he is known by.
    case both(String, label: String?)
    case state(String, side: String?, label: String?)
    case maybe(String, String)
    case alike(String, String)
  }

  case oneArticle
  // Who.
  case nobodyInCommon
  case otherOffices(side: String, String, String)
  case otherPeople(side: String, String, String)
  case oneSideInCommon
  case moreSides(Int)
  case matches([Match])
  case littleKnown
  case sidesInCommon(Int)
  // When: dates are TIMEX3 values.
  case undatable
  case undated(daysApart: Int)
  case behindReport(String)
  case outsideReport(String, published: String?)
  case oneDated(String, daysOff: Int)
  case oneDate(String)
  case datesAgree(String, String)
  case daysApart(Int, String, String)
  case putOff(String, String)
  case replanned(String, String)
  case otherDays(String, String)
  case heldAndPlanned
  case heldBeforePlanned
  // Where.
  case noPlaces
  case onePlace(String)
  case placeOfOne
  case placeOfNone
  case otherCountries(String, String)
  case otherPlaces(String, String)
  case oneCountry(String, String)
  // How.
  case forms(ContactForm, ContactForm)
  case otherForms(ContactForm, ContactForm)
  case oneForm(ContactForm)
  case oneDenies
  case central
  case oneStatus(ContactStatus)
  case onMargins
  case oneRound(Int)
  case rounds(Int, Int)
  // About what.
  case words(Int, Comparison.Subject)
  case noTopicsInCommon
}
