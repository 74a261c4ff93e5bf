import { type Component, Show } from 'solid-js';
import { formatReference } from '../../../../functions/platform/contract/reference.rules.ts';
import { type TargetUnit, targetSubjects, targetUnits } from '../../../../functions/targets/targets.words.ts';
import { formatDate, formatMomentShort, formatNumber, formatYuan } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import type { Tone } from '../../ui/icons.tsx';
import { StatusTag } from '../../ui/notice.tsx';
import { hrefWith } from '../campaigns/place.ts';
import { figureWords, targetWords } from '../targets/target-marks.ts';
import type { FindingRow } from './findings.queries.ts';
import { findingsWords } from './findings.words.ts';

const { t } = findingsWords;

const tones = { notice: 'warn', late: 'bad', grave: 'bad' } as const satisfies Record<
  FindingRow['severity'],
  Tone
>;

/** The request, the held place, or the session that nobody saw to. */
const bookingWords = (kind: string, text: (name: string) => string): string => {
  if (kind === 'ENROLMENT') return t('about.booking-hold', { title: text('title') });
  const when = text('from') === '' ? '' : formatMomentShort(text('from'));
  return kind === 'ROOMBOOKING'
    ? t('about.booking-room', { room: text('room'), when })
    : t('about.booking-attendance', { title: text('title'), when });
};

/** Not loaded, or with days off too few or too many. */
const calendarWords = (year: string, lacking: number): string => {
  if (lacking === 0) return t('about.calendar-year', { year });
  const n = formatNumber(Math.abs(lacking), language());
  return t(lacking > 0 ? 'about.calendar-year.lacking' : 'about.calendar-year.over', { year, n });
};

const targetWordsOf = (
  text: (name: string) => string,
  figure: (unit: TargetUnit, name: string) => string,
): string => {
  const subject = targetSubjects.find((one) => one === text('subject'));
  const unit = targetUnits.find((one) => one === text('unit'));
  if (subject === undefined || unit === undefined) return t('check.target-pace');
  return t('about.target-pace', {
    ...{ target: targetWords({ subject, unit }), line: figure(unit, 'line') },
    ...{ done: figure(unit, 'done'), figure: figure(unit, 'figure') },
  });
};

/** What a finding is about, in one sentence. */
export const aboutWords = ({
  check,
  record,
  facts,
}: Pick<FindingRow, 'check' | 'record' | 'facts'>): string => {
  const text = (name: string): string => String(facts[name] ?? '');
  const day = (name: string): string => (text(name) === '' ? '' : formatDate(text(name), language()));
  const number = (name: string): string => formatNumber(Number(facts[name] ?? 0), language());
  const yuan = (name: string): string => formatYuan(Number(facts[name] ?? 0), language());
  const reference = formatReference(record.id);
  switch (check) {
    case 'issue-deadline':
    case 'renovation-step':
      return t(`about.${check}`, { reference, due: day('dueDate') });
    case 'issue-unclaimed':
    case 'issue-unanswered':
      return t(`about.${check}`, { reference });
    case 'supervision-list':
      return t('about.supervision-list', { day: day('day'), n: number('items') });
    case 'ledger-noon':
      return t('about.ledger-noon', { day: day('day') });
    case 'visit-coverage':
      return t('about.visit-coverage', { n: number('households') });
    case 'venue-hours':
      return t('about.venue-hours', { name: text('name'), week: text('week'), gap: number('gap') });
    case 'booking-care':
      return bookingWords(record.kind, text);
    case 'target-pace':
      if (record.kind === 'FUND') {
        return t('about.target-pace.money', {
          ...{ year: text('year'), taken: yuan('taken'), total: yuan('total') },
        });
      }
      return targetWordsOf(text, (unit, name) => figureWords(unit, Number(facts[name] ?? 0)));
    case 'calendar-year':
      return calendarWords(text('year'), Number(facts['lacking'] ?? 0));
    case 'schedule-run':
      return t('about.schedule-run', { schedule: text('schedule') });
    case 'retention':
      return t('about.retention', { n: number('records') });
  }
};

const yearOf = ({ year }: FindingRow['facts']): string | undefined =>
  year === undefined ? undefined : String(year);

/** Where the record stands; undefined for one without a page. */
export const recordHref = ({
  record,
  facts,
  node,
}: Pick<FindingRow, 'record' | 'facts' | 'node'>): string | undefined => {
  switch (record.kind) {
    case 'ISSUE':
      return `/admin/issues/${record.id}`;
    case 'RENOVATION':
      return `/admin/renovations/${record.id}`;
    case 'SUPERVISION':
      return `/admin/supervision/${record.id}`;
    case 'DAYLEDGER':
      return `/admin/day-ledgers/${record.id.replace('.', '/')}`;
    case 'VENUE':
    case 'HOURSWEEK':
      return `/admin/venues/${String(facts['venue'])}`;
    case 'TARGET':
      return hrefWith('/admin/targets', { node, year: yearOf(facts), target: record.id });
    case 'FUND':
      return hrefWith('/admin/targets', { node, year: yearOf(facts) });
    case 'CALENDAR':
      return '/admin/calendar';
    case 'ENROLMENT':
      return `/admin/enrolments/${record.id}`;
    case 'ROOMBOOKING':
      return `/admin/room-bookings/${record.id}`;
    case 'SESSION':
      return `/admin/activities/${String(facts['activity'])}`;
    case 'RETENTION':
      return '/admin/retention';
    default:
      return undefined;
  }
};

export const SeverityTag: Component<{ row: FindingRow }> = (props) => (
  <Show
    when={props.row.state === 'open'}
    fallback={<StatusTag tone="neutral">{t(`state.${props.row.state}`)}</StatusTag>}
  >
    <StatusTag tone={tones[props.row.severity]}>{t(`severity.${props.row.severity}`)}</StatusTag>
  </Show>
);
