extension ClaimProfile {
  /// Reads what `write` wrote; nil for other bytes.
  package init?(_ bytes: inout ByteReader) {
    claim = RecordClaim(&bytes)
    guard let features = ClaimFeatures(bytes.run()) else { return nil }
    self.features = features
    parties = bytes.all { Attendee(&$0) }
    if bytes.isBroken { return nil }
  }

  /// Writes the profile for another process of the same program: what is kept in stores has its own form.
  package func write(to bytes: inout ByteWriter) {
    claim.write(to: &bytes)
    bytes.add(run: features.bytes)
    bytes.add(all: parties) { $1.write(to: &$0) }
  }
}

extension Attendee {
  fileprivate init(_ bytes: inout ByteReader) {
    self.init(
      kind: Kind(rawValue: UInt8(bytes.byte())) ?? .group, name: bytes.text(), side: bytes.optionalText(),
      id: bytes.optionalText(), label: bytes.optionalText(), key: NameKey(&bytes), office: OfficeKey(&bytes))
  }

  fileprivate func write(to bytes: inout ByteWriter) {
    bytes.add(byte: Int(kind.rawValue))
    bytes.add(name)
    for text in [side, id, label] { bytes.add(text) }
    key.write(to: &bytes)
    office.write(to: &bytes)
  }
}
