import GRDB

/// What lists of contacts and articles are narrowed and ordered by.
enum ListIndexes {
  static let name = "9 indexes of lists"

  static func migrate(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE INDEX article_outlet ON article (outlet, published) WHERE is_current = 1;
        CREATE INDEX article_reading ON article (reading) WHERE is_current = 1;
        CREATE INDEX contact_span ON contact (first_day, last_day);
        -- Dates from one day to another: few, and the only ones that may begin long before the days asked for.
        CREATE INDEX contact_range ON contact (last_day) WHERE instr(date, '/') > 0;
        CREATE INDEX contact_status ON contact (status, first_day);
        CREATE INDEX contact_form ON contact (form, first_day);
        CREATE INDEX contact_channel ON contact (channel, first_day);
        CREATE INDEX contact_place ON contact (place, first_day);
        CREATE INDEX contact_country ON contact (place_country, first_day);
        -- Those that a root of each kind stands for, as `support` tells.
        CREATE INDEX contact_outlet ON contact (first_day) WHERE instr(support, 'outlet') > 0;
        CREATE INDEX contact_official ON contact (first_day) WHERE instr(support, 'official') > 0;
        CREATE INDEX contact_unnamed ON contact (first_day) WHERE instr(support, 'unnamed') > 0;
        CREATE INDEX contact_document ON contact (first_day) WHERE instr(support, 'document') > 0;
        CREATE INDEX contact_conflicts ON contact (first_day) WHERE conflicts <> '';
        CREATE INDEX source_name ON source (name);
        DROP INDEX contact_day;
        """)
  }
}
