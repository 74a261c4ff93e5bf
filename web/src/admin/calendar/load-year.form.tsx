import { revalidate } from '@solidjs/router';
import { type Component, createEffect, Show } from 'solid-js';
import { createStore } from 'solid-js/store';
import { calendarContract } from '../../../../functions/calendar/calendar.contract.ts';
import {
  calendarYearMessages,
  checkCalendarYear,
} from '../../../../functions/calendar/calendar-year.rules.ts';
import { isLocalDate } from '../../../../functions/platform/runtime/time.ts';
import { ApiProblem, call } from '../../api/client.ts';
import { confirm } from '../../ui/dialog.tsx';
import { Alert } from '../../ui/notice.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import { showToast } from '../../ui/toast.tsx';
import { CommandForm } from '../forms/command-form.tsx';
import { createSubmission } from '../forms/submission.ts';
import { fieldMessage } from '../messages/messages.ts';
import { type CalendarYearView, readCalendar } from '../queries.ts';
import { calendarWords } from './calendar.words.ts';
import { readDays, writeDays } from './day-lists.ts';

const { t } = calendarWords;
const row = calendarContract.routes.load;

const isCalendarCode = (code: string): code is keyof typeof calendarYearMessages =>
  Object.hasOwn(calendarYearMessages, code);

const wordsOf = (code: string, n: string): string =>
  isCalendarCode(code) ? t(code, { n }) : fieldMessage(code, n);

const isDayOf = (year: number, date: string): boolean => isLocalDate(date) && date.startsWith(`${year}-`);

export interface LoadYearFormProps {
  year: number;
  calendar: CalendarYearView;
  onDone: () => void;
}

/** A year copied from the notice, or corrected. What looks odd but may be right is asked about before it is sent. */
export const LoadYearForm: Component<LoadYearFormProps> = (props) => {
  const before = props.calendar.loaded ? props.calendar : undefined;
  const [draft, setDraft] = createStore({
    version: '',
    source: before?.source ?? '',
    holidays: writeDays(before?.holidays ?? []),
    makeUpDays: writeDays(before?.makeUpDays ?? []),
  });
  const given = (field: 'holidays' | 'makeUpDays') => readDays(draft[field]);

  /** Errors name a day by its place in the list; people look for the line they wrote it in. */
  const withLine = (path: string, message: string): string => {
    const [field, index] = path.split('.');
    if (field !== 'holidays' && field !== 'makeUpDays') return message;
    const line = index === undefined ? undefined : given(field)[Number(index)]?.line;
    return line === undefined ? message : t('load.line', { line, message });
  };

  const submission = createSubmission({
    schema: row.body,
    fields: () => ({
      version: t('load.version'),
      source: t('load.source'),
      holidays: t('load.holidays'),
      makeUpDays: t('load.make-up'),
    }),
    tell: ({ path, code, n }) => withLine(path, wordsOf(code, n)),
    send: async (body, key) => {
      const check = checkCalendarYear({ ...body, year: props.year, names: body.names ?? {} });
      if (!check.ok) throw new ApiProblem('request.invalid', 400, check.problems, undefined);
      const doubts = check.warnings.map(({ code, n }) => wordsOf(code, n)).join('\n');
      const isMeant =
        doubts === '' ||
        (await confirm({
          title: t('load.doubt'),
          text: doubts,
          confirmLabel: t('load.doubt.confirm'),
        }));
      return isMeant ? call(row, { params: { year: String(props.year) }, body, key }) : undefined;
    },
    done: (reply) => {
      if (reply === undefined) return;
      showToast(t('load.done', { year: props.year }));
      void revalidate(readCalendar.key);
      props.onDone();
    },
  });

  const body = () => ({
    version: draft.version,
    source: draft.source,
    holidays: given('holidays').map(({ date }) => date),
    makeUpDays: given('makeUpDays').map(({ date }) => date),
    names: Object.fromEntries(
      [...given('holidays'), ...given('makeUpDays')].flatMap(({ date, name }) =>
        // A name of what is no day of this year would only repeat what its day is told.
        name === undefined || !isDayOf(props.year, date) ? [] : [[date, name]],
      ),
    ),
    replaces: props.calendar.loaded ? props.calendar.revision : null,
  });
  const isStale = (): boolean => submission.refusal() === 'request.stale';
  createEffect(() => {
    // The year above becomes what it is now, and with it what the next try says it replaces.
    if (isStale()) void revalidate(readCalendar.key);
  });

  return (
    <section class="stack" aria-labelledby="load">
      <h2 id="load">
        {props.calendar.loaded
          ? t('load.replace', { year: props.year })
          : t('load.title', { year: props.year })}
      </h2>
      <p class="soft">{t('load.intro')}</p>
      <Show when={isStale()}>
        <Alert tone="warn">{t('load.stale')}</Alert>
      </Show>
      <CommandForm submission={submission} body={body} submitLabel={t('load.submit')} onCancel={props.onDone}>
        <TextField
          name="version"
          label={t('load.version')}
          hint={t('load.version.hint', { year: props.year })}
          width="medium"
          value={draft.version}
          onInput={(value) => setDraft('version', value)}
          error={submission.errorOf('version')}
        />
        <TextField
          name="source"
          label={t('load.source')}
          value={draft.source}
          onInput={(value) => setDraft('source', value)}
          error={submission.errorOf('source')}
        />
        <TextArea
          name="holidays"
          label={t('load.holidays')}
          hint={t('load.days.hint', { year: props.year })}
          rows={10}
          value={draft.holidays}
          onInput={(value) => setDraft('holidays', value)}
          error={submission.errorOf('holidays')}
        />
        <TextArea
          name="makeUpDays"
          label={t('load.make-up')}
          rows={6}
          value={draft.makeUpDays}
          onInput={(value) => setDraft('makeUpDays', value)}
          error={submission.errorOf('makeUpDays')}
        />
      </CommandForm>
    </section>
  );
};
