// Points in time, described. A timestamp without a format is written 2018-03-15T00:00:00.0000000Z.
import { describeFunctions } from './entry';

const noon = { now: '2018-02-01T12:00:00.0000000Z' };

export const dateTimeFunctions = describeFunctions('date-time', {
  utcNow: {
    signatures: ['(format?: string) => timestamp'],
    doc: 'The present time in UTC.',
    examples: [
      ['utcNow()', '2018-02-01T12:00:00.0000000Z', noon],
      ["utcNow('D')", 'Thursday, February 1, 2018', noon],
    ],
  },
  addSeconds: {
    signatures: ['(time: timestamp, count: integer, format?: string) => timestamp'],
    doc: 'A time some seconds later.',
    examples: [["addSeconds('2018-03-15T00:00:00Z', 10)", '2018-03-15T00:00:10.0000000Z']],
  },
  addMinutes: {
    signatures: ['(time: timestamp, count: integer, format?: string) => timestamp'],
    doc: 'A time some minutes later.',
    examples: [["addMinutes('2018-03-15T00:20:00Z', -5)", '2018-03-15T00:15:00.0000000Z']],
  },
  addHours: {
    signatures: ['(time: timestamp, count: integer, format?: string) => timestamp'],
    doc: 'A time some hours later.',
    examples: [["addHours('2018-03-15T00:00:00Z', 10)", '2018-03-15T10:00:00.0000000Z']],
  },
  addDays: {
    signatures: ['(time: timestamp, count: integer, format?: string) => timestamp'],
    doc: 'A time some days later.',
    examples: [
      ["addDays('2018-03-15T00:00:00Z', 10)", '2018-03-25T00:00:00.0000000Z'],
      ["addDays('2018-02-28T00:00:00Z', 1, 'yyyy-MM-dd')", '2018-03-01'],
    ],
  },
  addToTime: {
    signatures: ['(time: timestamp, count: integer, unit: string, format?: string) => timestamp'],
    doc: 'A time some units later: Second, Minute, Hour, Day, Week, Month or Year.',
    examples: [["addToTime('2018-01-31T00:00:00Z', 1, 'Month')", '2018-02-28T00:00:00.0000000Z']],
  },
  subtractFromTime: {
    signatures: ['(time: timestamp, count: integer, unit: string, format?: string) => timestamp'],
    doc: 'A time some units earlier.',
    examples: [["subtractFromTime('2018-01-02T00:00:00Z', 1, 'Day')", '2018-01-01T00:00:00.0000000Z']],
  },
  getFutureTime: {
    signatures: ['(count: integer, unit: string, format?: string) => timestamp'],
    doc: 'The present time and some units.',
    examples: [["getFutureTime(5, 'Day')", '2018-02-06T12:00:00.0000000Z', noon]],
  },
  getPastTime: {
    signatures: ['(count: integer, unit: string, format?: string) => timestamp'],
    doc: 'The present time less some units.',
    examples: [["getPastTime(5, 'Day', 'D')", 'Saturday, January 27, 2018', noon]],
  },
  startOfHour: {
    signatures: ['(time: timestamp, format?: string) => timestamp'],
    doc: 'When the hour of a time begins.',
    examples: [["startOfHour('2018-03-15T13:30:30Z')", '2018-03-15T13:00:00.0000000Z']],
  },
  startOfDay: {
    signatures: ['(time: timestamp, format?: string) => timestamp'],
    doc: 'When the day of a time begins.',
    examples: [["startOfDay('2018-03-15T13:30:30Z')", '2018-03-15T00:00:00.0000000Z']],
  },
  startOfMonth: {
    signatures: ['(time: timestamp, format?: string) => timestamp'],
    doc: 'When the month of a time begins.',
    examples: [["startOfMonth('2018-03-15T13:30:30Z')", '2018-03-01T00:00:00.0000000Z']],
  },
  dayOfWeek: {
    signatures: ['(time: timestamp) => integer'],
    doc: 'The day of the week; 0 is Sunday.',
    examples: [["dayOfWeek('2018-03-15T13:27:36Z')", 4]],
  },
  dayOfMonth: {
    signatures: ['(time: timestamp) => integer'],
    doc: 'The day of the month.',
    examples: [["dayOfMonth('2018-03-15T13:27:36Z')", 15]],
  },
  dayOfYear: {
    signatures: ['(time: timestamp) => integer'],
    doc: 'The day of the year.',
    examples: [["dayOfYear('2018-03-15T13:27:36Z')", 74]],
  },
  ticks: {
    signatures: ['(time: timestamp) => integer'],
    doc: 'A time as the number of 100 nanoseconds since the year 1.',
    examples: [["ticks('0001-01-01T00:00:01Z')", 10_000_000]],
  },
  dateDifference: {
    signatures: ['(from: timestamp, to: timestamp) => string'],
    doc: 'How long it is from one time to another: days.hours:minutes:seconds.',
    examples: [["dateDifference('2015-02-08T00:00:00Z', '2018-07-30T12:30:00Z')", '1268.12:30:00']],
  },
  formatDateTime: {
    signatures: ['(time: timestamp, format?: string, locale?: string) => string'],
    doc: 'A time as text by a .NET date format.',
    examples: [
      ["formatDateTime('2018-03-15T13:00:00Z', 'ddd')", 'Thu'],
      ["formatDateTime('01/31/2016', 'dddd MMMM d', 'fr-fr')", 'dimanche janvier 31'],
    ],
  },
  parseDateTime: {
    signatures: ['(text: string, locale?: string, format?: string) => timestamp'],
    doc: 'A time from text as a locale writes it, or in the form given.',
    examples: [["parseDateTime('20/10/2014', 'fr-fr')", '2014-10-20T00:00:00.0000000']],
  },
  convertFromUtc: {
    signatures: ['(time: timestamp, zone: string, format?: string) => timestamp'],
    doc: 'A time of UTC in a time zone.',
    examples: [
      ["convertFromUtc('2018-01-01T08:00:00Z', 'Pacific Standard Time')", '2018-01-01T00:00:00.0000000'],
    ],
  },
  convertToUtc: {
    signatures: ['(time: timestamp, zone: string, format?: string) => timestamp'],
    doc: 'A time of a time zone in UTC.',
    examples: [
      ["convertToUtc('01/01/2018 00:00:00', 'Pacific Standard Time')", '2018-01-01T08:00:00.0000000Z'],
    ],
  },
  convertTimeZone: {
    signatures: ['(time: timestamp, from: string, to: string, format?: string) => timestamp'],
    doc: 'A time of one time zone in another.',
    examples: [
      [
        "convertTimeZone('2018-01-01T08:00:00Z', 'UTC', 'Pacific Standard Time')",
        '2018-01-01T00:00:00.0000000',
      ],
    ],
  },
});
