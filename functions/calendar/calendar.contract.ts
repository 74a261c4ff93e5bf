import * as v from 'valibot';
import { fieldCode } from '../platform/contract/fields.ts';
import { defineProblems } from '../platform/contract/problems.ts';
import { defineContract } from '../platform/contract/route.ts';
import { line } from '../platform/contract/text.ts';
import { instantSchema, localDateSchema } from '../platform/runtime/time.schemas.ts';

export const calendarLimits = { days: 366, name: 40, source: 300 } as const;

const params = v.object({ year: v.pipe(v.string(), v.regex(/^20\d{2}$/, fieldCode('year.invalid'))) });

/** Days as text: `checkCalendarYear` says of each what is wrong with it, in the words of a calendar. */
const days = v.pipe(
  v.array(v.string()),
  v.maxLength(calendarLimits.days, fieldCode('field.too_many', calendarLimits.days)),
);

const namedDays = v.array(v.object({ date: localDateSchema, name: v.optional(v.string()) }));

/** A year as anybody on the staff sees it: the notice's days, or that nobody has loaded it. */
export const calendarYearViewSchema = v.variant('loaded', [
  v.object({
    loaded: v.literal(true),
    year: v.number(),
    /** Number of this loading, the ETag: what `replaces` names. */
    revision: v.number(),
    /** Names the data in every deadline computed from it. */
    version: v.string(),
    source: v.string(),
    loadedAt: instantSchema,
    holidays: namedDays,
    makeUpDays: namedDays,
  }),
  v.object({ loaded: v.literal(false), year: v.number() }),
]);

const warningSchema = v.object({ path: v.string(), code: v.string(), n: v.string(), message: v.string() });

export const calendarContract = defineContract({
  function: 'calendar',
  problems: defineProblems({}),
  routes: {
    read: {
      method: 'GET',
      path: '/api/calendar/{year}',
      summary: 'The days off and the make-up working days of a year, or that it is not loaded',
      mayCall: 'every',
      params,
      response: calendarYearViewSchema,
      status: 200,
      problems: [],
    },
    /**
     * Loading and replacing are one intention, "from now on the year is so", and the first has no version an
     * If-Match could name. What the caller believes to replace therefore stands in the body, and a wrong belief
     * is answered like a stale If-Match: 412 with the year as it stands.
     */
    load: {
      method: 'POST',
      path: '/api/calendar/{year}',
      summary: 'Load a year of the State Council, or replace it by a new version; for the whole district',
      mayCall: ['admin'],
      params,
      body: v.strictObject({
        version: v.string(),
        source: line(calendarLimits.source),
        holidays: days,
        makeUpDays: days,
        names: v.optional(v.record(v.string(), line(calendarLimits.name)), {}),
        /** Revision this replaces; null when the year is not loaded yet. */
        replaces: v.nullable(v.pipe(v.number(), v.integer(fieldCode('field.range')), v.minValue(1))),
      }),
      response: v.object({ calendar: calendarYearViewSchema, warnings: v.array(warningSchema) }),
      status: 200,
      problems: [],
    },
  },
});
