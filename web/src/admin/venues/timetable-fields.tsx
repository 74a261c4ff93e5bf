import { type Component, For, Show } from 'solid-js';
import type { FieldProblem } from '../../../../functions/platform/contract/problems.ts';
import { limits, type VenueKind } from '../../../../functions/venues/venues.words.ts';
import { spansProblems } from '../../../../functions/venues/venues-checks.rules.ts';
import { Button } from '../../ui/button.tsx';
import { RadioGroup } from '../../ui/choice-field.tsx';
import { DateField, TextField } from '../../ui/text-field.tsx';
import type { Submission } from '../forms/submission.ts';
import { fieldMessage } from '../messages/messages.ts';
import { SpansField } from './spans-field.tsx';
import { type TimetableDraft, timetableBody, weekdays } from './timetable-draft.ts';
import { venuesWords } from './venues.words.ts';
import { WeekFigures } from './week-figures.tsx';

const { t } = venuesWords;

/** Where the timetable stands in what is sent: the first. */
const path = (field: string): string => `timetables.0.${field}`;

/** Labels by the names the contract's errors give the fields. */
export const timetableLabels = (): Readonly<Record<string, string>> => ({
  [path('name')]: t('timetable.name'),
  [path('from')]: t('timetable.from'),
  [path('to')]: t('timetable.to'),
  ...Object.fromEntries(weekdays.map((n) => [path(`week.${n - 1}`), t(`weekday.${n}`)])),
  [path('holidays')]: t('timetable.holidays'),
});

interface TimetableFieldsProps {
  draft: TimetableDraft;
  kind: VenueKind | undefined;
  onChange: (part: Partial<TimetableDraft>) => void;
  errorOf: Submission['errorOf'];
}

/** What is wrong with hours that were typed to their end: said while they are typed. */
const wrongHours = (field: string, spans: TimetableDraft['holidaySpans']): string | undefined => {
  const [problem]: readonly FieldProblem[] = spans.every(
    ({ from, to }) => from.length === 5 && to.length === 5,
  )
    ? spansProblems(field, spans)
    : [];
  return problem && fieldMessage(problem.code, problem.n);
};

/** A week of hours and when they hold, with what they come to. */
export const TimetableFields: Component<TimetableFieldsProps> = (props) => {
  const body = () => timetableBody(props.draft);
  const dayError = (n: number): string | undefined =>
    props.errorOf(path(`week.${n - 1}`)) ?? wrongHours(path(`week.${n - 1}`), body().week[n - 1] ?? []);
  const setDays = (days: readonly number[], spans: TimetableDraft['holidaySpans']): void =>
    props.onChange({
      week: props.draft.week.map((day, index) => (days.includes(index + 1) ? [...spans] : day)),
    });
  const monday = () => props.draft.week[0] ?? [];
  return (
    <>
      <div class="venue-row">
        <TextField
          name={path('name')}
          label={t('timetable.name')}
          hint={t('timetable.name.hint')}
          width="medium"
          value={props.draft.name}
          onInput={(name) => props.onChange({ name })}
          error={props.errorOf(path('name'))}
        />
        <DateField
          name={path('from')}
          label={t('timetable.from')}
          value={props.draft.from}
          onInput={(from) => props.onChange({ from })}
          error={props.errorOf(path('from'))}
        />
        <DateField
          name={path('to')}
          label={t('timetable.to')}
          hint={t('timetable.to.hint')}
          optional
          value={props.draft.to}
          onInput={(to) => props.onChange({ to })}
          error={props.errorOf(path('to'))}
        />
      </div>
      <p class="soft">{t('timetable.hours.hint', { n: limits.spans })}</p>
      <div class="venue-week">
        <For each={weekdays}>
          {(n) => (
            <>
              <SpansField
                name={path(`week.${n - 1}`)}
                legend={t(`weekday.${n}`)}
                spans={props.draft.week[n - 1] ?? []}
                most={limits.spans}
                onChange={(spans) => setDays([n], [...spans])}
                error={dayError(n)}
              />
              <Show when={n === 1 && monday().length > 0}>
                <div class="row">
                  <Button kind="quiet" onPress={() => setDays([2, 3, 4, 5], monday())}>
                    {t('timetable.copy.workdays')}
                  </Button>
                  <Button kind="quiet" onPress={() => setDays([2, 3, 4, 5, 6, 7], monday())}>
                    {t('timetable.copy.every-day')}
                  </Button>
                </div>
              </Show>
            </>
          )}
        </For>
      </div>
      <WeekFigures week={props.draft.week} kind={props.kind} />
      <RadioGroup
        name={path('holidays')}
        label={t('timetable.holidays')}
        options={[
          { value: 'as-week', label: t('holidays.as-week') },
          { value: 'closed', label: t('holidays.closed') },
          { value: 'spans', label: t('holidays.spans') },
        ]}
        value={props.draft.rule}
        onChange={(rule) =>
          props.onChange({ rule: rule === 'closed' || rule === 'spans' ? rule : 'as-week' })
        }
        error={props.errorOf(path('holidays'))}
      />
      <Show when={props.draft.rule === 'spans'}>
        <SpansField
          name={path('holidays.spans')}
          legend={t('timetable.holidays')}
          spans={props.draft.holidaySpans}
          most={limits.spans}
          onChange={(spans) => props.onChange({ holidaySpans: [...spans] })}
          error={wrongHours(path('holidays.spans'), props.draft.holidaySpans)}
        />
      </Show>
    </>
  );
};
