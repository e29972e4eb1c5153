/** A file of proto3. */
function proto3(packageName: string, body: string, ...imports: readonly string[]): string {
  const lines = imports.map((path) => `import "${path}";`).join(' ');
  return `syntax = "proto3"; package ${packageName}; ${lines} ${body}`;
}

const googleType = (body: string, ...imports: readonly string[]): string =>
  proto3('google.type', body, ...imports);

/**
 * Files that Confluent's registry knows without being told, so that schemas import them without a reference: its own,
 * which Kafka Connect uses, and the common types of Google's APIs. Messages only: what they add to options does not
 * change the bytes. Sources: confluentinc/schema-registry (protobuf-types), googleapis/googleapis (google/type).
 */
export const COMMON_FILES: Readonly<Record<string, string>> = {
  'confluent/meta.proto': proto3(
    'confluent',
    'message Meta { string doc = 1; map<string, string> params = 2; repeated string tags = 3; }',
    'google/protobuf/descriptor.proto',
  ),
  'confluent/type/decimal.proto': proto3(
    'confluent.type',
    'message Decimal { bytes value = 1; uint32 precision = 2; int32 scale = 3; }',
  ),
  'google/type/calendar_period.proto': googleType(
    'enum CalendarPeriod { CALENDAR_PERIOD_UNSPECIFIED = 0; DAY = 1; WEEK = 2; FORTNIGHT = 3; MONTH = 4; QUARTER = 5; HALF = 6; YEAR = 7; }',
  ),
  'google/type/color.proto': googleType(
    'message Color { float red = 1; float green = 2; float blue = 3; google.protobuf.FloatValue alpha = 4; }',
    'google/protobuf/wrappers.proto',
  ),
  'google/type/date.proto': googleType('message Date { int32 year = 1; int32 month = 2; int32 day = 3; }'),
  'google/type/datetime.proto': googleType(
    `message DateTime {
      int32 year = 1; int32 month = 2; int32 day = 3; int32 hours = 4; int32 minutes = 5; int32 seconds = 6; int32 nanos = 7;
      oneof time_offset { google.protobuf.Duration utc_offset = 8; TimeZone time_zone = 9; }
    }
    message TimeZone { string id = 1; string version = 2; }`,
    'google/protobuf/duration.proto',
  ),
  'google/type/dayofweek.proto': googleType(
    'enum DayOfWeek { DAY_OF_WEEK_UNSPECIFIED = 0; MONDAY = 1; TUESDAY = 2; WEDNESDAY = 3; THURSDAY = 4; FRIDAY = 5; SATURDAY = 6; SUNDAY = 7; }',
  ),
  'google/type/decimal.proto': googleType('message Decimal { string value = 1; }'),
  'google/type/fraction.proto': googleType(
    'message Fraction { int64 numerator = 1; int64 denominator = 2; }',
  ),
  'google/type/interval.proto': googleType(
    'message Interval { google.protobuf.Timestamp start_time = 1; google.protobuf.Timestamp end_time = 2; }',
    'google/protobuf/timestamp.proto',
  ),
  'google/type/latlng.proto': googleType('message LatLng { double latitude = 1; double longitude = 2; }'),
  'google/type/money.proto': googleType(
    'message Money { string currency_code = 1; int64 units = 2; int32 nanos = 3; }',
  ),
  'google/type/timeofday.proto': googleType(
    'message TimeOfDay { int32 hours = 1; int32 minutes = 2; int32 seconds = 3; int32 nanos = 4; }',
  ),
};
