import { A, createAsync, useNavigate, useParams } from '@solidjs/router';
import { type Component, createMemo, For, Show } from 'solid-js';
import { createStore } from 'solid-js/store';
import { programmeContract } from '../../../../functions/programme/programme.contract.ts';
import { limits } from '../../../../functions/programme/programme.words.ts';
import { call } from '../../api/client.ts';
import { Button } from '../../ui/button.tsx';
import { CheckboxField } from '../../ui/choice-field.tsx';
import { Fieldset } from '../../ui/field.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { DateField, TextArea, TextField } from '../../ui/text-field.tsx';
import { showToast } from '../../ui/toast.tsx';
import { CommandForm } from '../forms/command-form.tsx';
import { createSubmission, type Submission } from '../forms/submission.ts';
import { readCalendar } from '../queries.ts';
import { today } from '../shell/days.ts';
import { useDesk } from '../shell/desk.ts';
import { emptyTimes, previewOf, type RuleDraft, ruleBody, type TimesDraft } from './dates-draft.ts';
import { createLate } from './late.ts';
import { type ActivityView, readActivity, showChangedActivity } from './programme.queries.ts';
import { programmeWords } from './programme.words.ts';
import { spanWords } from './programme-marks.tsx';
import { type WhereDraft, WhereFields, whereBody, whereLabels, whereRefusals } from './where-fields.tsx';
import './programme.css';

const { t } = programmeWords;
const row = programmeContract.routes.sessions;
const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

/** Many dates by one rule; the page makes them by the same rule as the service and shows them first. */
export const DatesPage: Component = () => {
  const params = useParams<{ activity: string }>();
  const desk = useDesk();
  const view = createAsync(() => readActivity(params.activity));
  return (
    <Show when={view()}>
      {(known) => (
        <div class="stack">
          <p>
            <A href={desk.keepNode(`/admin/activities/${known().activity}`)}>{t('dates.back')}</A>
          </p>
          <PageHeader title={t('dates.title')} lead={known().title} />
          <p class="soft reading">{t('dates.lead')}</p>
          <DatesForm view={known()} />
        </div>
      )}
    </Show>
  );
};

const labelsOf = (times: readonly TimesDraft[]): Readonly<Record<string, string>> => ({
  'rule.from': t('dates.from'),
  'rule.until': t('dates.until'),
  'rule.weekdays': t('dates.weekdays'),
  ...Object.fromEntries(
    times.flatMap((_, index) => [
      [`rule.times.${index}.from`, `${t('dates.time', { n: index + 1 })} · ${t('session.from')}`],
      [`rule.times.${index}.to`, `${t('dates.time', { n: index + 1 })} · ${t('session.to')}`],
    ]),
  ),
  'rule.except': t('dates.except'),
  'rule.skipHolidays': t('dates.skip'),
  ...whereLabels(),
});

const DatesForm: Component<{ view: ActivityView }> = (props) => {
  const desk = useDesk();
  const navigate = useNavigate();
  const last = props.view.sessions.at(-1);
  const [rule, setRule] = createStore<RuleDraft>({
    ...{ from: today(), until: '', weekdays: [], times: [emptyTimes], except: '', skipHolidays: true },
  });
  const [where, setWhere] = createStore<WhereDraft>({
    venue: last?.venue ?? '',
    room: last?.room === undefined ? '' : String(last.room),
    place: last?.place ?? '',
  });
  const submission = createSubmission({
    schema: row.body,
    fields: () => labelsOf(rule.times),
    fieldOf: { ...whereRefusals, 'programme.sessions_full': 'rule.until' },
    send: (body, key) =>
      call(row, { params: { activity: props.view.activity }, body, ifMatch: props.view.version, key }),
    done: ({ body }) => {
      showChangedActivity(body);
      showToast(t('dates.done'));
      navigate(desk.keepNode(`/admin/activities/${body.activity}`));
    },
  });
  return (
    <CommandForm
      submission={submission}
      body={() => ({ rule: ruleBody(rule), ...whereBody(where) })}
      submitLabel={t('dates.submit')}
    >
      <Fieldset legend={t('dates.rule')}>
        <RuleFields rule={rule} onChange={(part) => setRule(part)} errorOf={submission.errorOf} />
      </Fieldset>
      <Fieldset legend={t('dates.times')}>
        <TimesFields
          times={rule.times}
          onChange={(times) => setRule({ times })}
          errorOf={submission.errorOf}
        />
      </Fieldset>
      <Fieldset legend={t('dates.where')}>
        <WhereFields draft={where} onChange={(part) => setWhere(part)} errorOf={submission.errorOf} />
      </Fieldset>
      <Preview rule={rule} />
    </CommandForm>
  );
};

const RuleFields: Component<{
  rule: RuleDraft;
  onChange: (part: Partial<RuleDraft>) => void;
  errorOf: Submission['errorOf'];
}> = (props) => {
  const tick = (day: number, isTicked: boolean): void => {
    const others = props.rule.weekdays.filter((each) => each !== day);
    props.onChange({ weekdays: isTicked ? [...others, day].sort() : others });
  };
  return (
    <>
      <div class="programme-row">
        <DateField
          name="rule.from"
          label={t('dates.from')}
          min={today()}
          value={props.rule.from}
          onInput={(from) => props.onChange({ from })}
          error={props.errorOf('rule.from')}
        />
        <DateField
          name="rule.until"
          label={t('dates.until')}
          min={today()}
          value={props.rule.until}
          onInput={(until) => props.onChange({ until })}
          error={props.errorOf('rule.until')}
        />
      </div>
      <Fieldset legend={t('dates.weekdays')}>
        <div class="programme-choices">
          <For each={weekdays}>
            {(day) => (
              <CheckboxField
                name={day === 1 ? 'rule.weekdays' : `weekday-${day}`}
                label={t(`weekday.${day}`)}
                checked={props.rule.weekdays.includes(day)}
                onChange={(isTicked) => tick(day, isTicked)}
                error={day === 1 ? props.errorOf('rule.weekdays') : undefined}
              />
            )}
          </For>
        </div>
      </Fieldset>
      <CheckboxField
        name="rule.skipHolidays"
        label={t('dates.skip')}
        checked={props.rule.skipHolidays}
        onChange={(skipHolidays) => props.onChange({ skipHolidays })}
        error={props.errorOf('rule.skipHolidays')}
      />
      <TextArea
        optional
        name="rule.except"
        label={t('dates.except')}
        hint={t('dates.except.hint')}
        rows={2}
        value={props.rule.except}
        onInput={(except) => props.onChange({ except })}
        error={props.errorOf('rule.except')}
      />
    </>
  );
};

const TimesFields: Component<{
  times: readonly TimesDraft[];
  onChange: (times: readonly TimesDraft[]) => void;
  errorOf: Submission['errorOf'];
}> = (props) => {
  const change = (index: number, part: Partial<TimesDraft>): void =>
    props.onChange(props.times.map((each, at) => (at === index ? { ...each, ...part } : each)));
  return (
    <>
      {/* By number: typing must not take the field away under the hands. */}
      <For each={props.times.map((_, index) => index)}>
        {(index) => (
          <fieldset class="programme-time stack">
            <legend>{t('dates.time', { n: index + 1 })}</legend>
            <div class="programme-row">
              <TextField
                name={`rule.times.${index}.from`}
                label={t('session.from')}
                hint={t('session.time.hint')}
                width="short"
                value={props.times[index]?.from}
                onInput={(from) => change(index, { from })}
                error={props.errorOf(`rule.times.${index}.from`)}
              />
              <TextField
                name={`rule.times.${index}.to`}
                label={t('session.to')}
                hint={t('session.time.hint')}
                width="short"
                value={props.times[index]?.to}
                onInput={(to) => change(index, { to })}
                error={props.errorOf(`rule.times.${index}.to`)}
              />
            </div>
            <CheckboxField
              name={`rule.times.${index}.nextDay`}
              label={t('session.next-day')}
              checked={props.times[index]?.nextDay}
              onChange={(nextDay) => change(index, { nextDay })}
            />
            <Show when={props.times.length > 1}>
              <Button
                kind="quiet"
                onPress={() => props.onChange(props.times.filter((_, at) => at !== index))}
              >
                {t('dates.time.remove', { n: index + 1 })}
              </Button>
            </Show>
          </fieldset>
        )}
      </For>
      <Show when={props.times.length < limits.times}>
        <p>
          <Button onPress={() => props.onChange([...props.times, emptyTimes])}>{t('dates.time.add')}</Button>
        </p>
      </Show>
    </>
  );
};

/** The dates as the rule now makes them, holidays left out as far as their years are loaded. */
const Preview: Component<{ rule: RuleDraft }> = (props) => {
  const yearIn = (day: string): string | undefined => /^20\d\d(?=-)/.exec(day)?.[0];
  const first = createLate(() => yearIn(props.rule.from), readCalendar);
  const second = createLate(() => yearIn(props.rule.until), readCalendar);
  const years = () => [first(), second()].filter((each) => each !== undefined);
  const holidays = createMemo(
    () => new Set(years().flatMap((year) => (year.loaded ? year.holidays.map(({ date }) => date) : []))),
  );
  const unloaded = (): number | undefined => years().find(({ loaded }) => !loaded)?.year;
  const dates = createMemo(() => previewOf(props.rule, (day) => holidays().has(day)));
  const words = (): string => {
    const known = dates();
    const from = known?.[0];
    const to = known?.at(-1);
    if (known === undefined || from === undefined || to === undefined) return t('dates.preview.none');
    return known.length > limits.sessions
      ? t('dates.preview.too-many', { n: limits.sessions })
      : t('dates.preview.count', { n: known.length, first: spanWords(from), last: spanWords(to) });
  };
  return (
    <section class="stack" aria-labelledby="preview">
      <h2 id="preview">{t('dates.preview')}</h2>
      <p role="status">{words()}</p>
      <Show when={props.rule.skipHolidays && unloaded()}>
        {(year) => <p class="soft">{t('dates.skip.unloaded', { year: year() })}</p>}
      </Show>
      <Show when={(dates()?.length ?? 0) <= limits.sessions}>
        <ol class="programme-dates">
          <For each={dates() ?? []}>{(span) => <li>{spanWords(span)}</li>}</For>
        </ol>
      </Show>
    </section>
  );
};
