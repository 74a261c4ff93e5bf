import { type Component, createSignal, For, Show } from 'solid-js';
import { createStore } from 'solid-js/store';
import { addDays } from '../../../../functions/platform/runtime/time.ts';
import { venuesContract } from '../../../../functions/venues/venues.contract.ts';
import { limits } from '../../../../functions/venues/venues.words.ts';
import { RadioGroup } from '../../ui/choice-field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { DateField, TextArea, TextField } from '../../ui/text-field.tsx';
import { CommandDialog, type CommandDialogProps } from '../forms/command-dialog.tsx';
import { today } from '../shell/days.ts';
import { SpansField } from './spans-field.tsx';
import { TimeField, timeIn } from './time-field.tsx';
import { showChangedVenue, type VenueView } from './venues.queries.ts';
import { venuesWords } from './venues.words.ts';

const { t } = venuesWords;
const { routes } = venuesContract;

export interface ActionProps {
  view: VenueView;
}

const VenueAction: Component<
  Omit<CommandDialogProps<VenueView>, 'params' | 'show' | 'view'> & ActionProps & { no?: number }
> = (props) => (
  <CommandDialog
    {...props}
    params={{ venue: props.view.venue, ...(props.no === undefined ? {} : { no: String(props.no) }) }}
    show={showChangedVenue}
  />
);

export const LaunchAction: Component<ActionProps> = (props) => (
  <VenueAction
    view={props.view}
    row={routes.launch}
    kind="main"
    label={t('launch')}
    intro={t('launch.intro')}
    body={() => ({})}
    done={t('launch.done')}
  />
);

export const EndingAction: Component<ActionProps> = (props) => {
  const [reason, setReason] = createSignal('');
  return (
    <VenueAction
      danger
      view={props.view}
      row={routes.ending}
      label={t('end')}
      intro={t('end.intro')}
      fields={{ reason: t('end.reason') }}
      body={() => ({ reason: reason() })}
      reset={() => setReason('')}
      done={t('end.done')}
    >
      {(errorOf) => (
        <TextArea
          name="reason"
          label={t('end.reason')}
          limit={limits.reason}
          value={reason()}
          onInput={setReason}
          error={errorOf('reason')}
        />
      )}
    </VenueAction>
  );
};

const emptyClosure = { kind: 'closed', from: '', to: '', start: '', end: '', reason: '' };

/** A closure or an extra opening; while the days are typed it is said whether residents hear of it in time. */
export const ClosureAction: Component<ActionProps> = (props) => {
  const [draft, setDraft] = createStore({ ...emptyClosure });
  const labels = {
    kind: t('closure.kind'),
    from: t('closure.from'),
    to: t('closure.to'),
    'span.from': t('closure.start'),
    'span.to': t('closure.end'),
    span: t('closure.start'),
    reason: t('closure.reason'),
  };
  const earliest = (): string => addDays(today(), limits.noticeDays);
  const isShort = (): boolean => draft.kind === 'closed' && draft.from !== '' && draft.from < earliest();
  return (
    <VenueAction
      view={props.view}
      row={routes.closures}
      label={t('closure.announce')}
      fields={labels}
      body={() => ({
        kind: draft.kind,
        from: draft.from,
        to: draft.to || draft.from,
        ...(draft.start === '' && draft.end === ''
          ? {}
          : { span: { from: timeIn(draft.start), to: timeIn(draft.end) } }),
        reason: draft.reason,
      })}
      reset={() => setDraft({ ...emptyClosure })}
      done={t('closure.done')}
    >
      {(errorOf) => (
        <>
          <RadioGroup
            name="kind"
            label={t('closure.kind')}
            options={[
              { value: 'closed', label: t('closure.closed') },
              { value: 'open', label: t('closure.open') },
            ]}
            value={draft.kind}
            onChange={(kind) => setDraft({ kind })}
            error={errorOf('kind')}
          />
          <DateField
            name="from"
            label={t('closure.from')}
            min={today()}
            value={draft.from}
            onInput={(from) => setDraft({ from })}
            error={errorOf('from')}
          />
          <DateField
            name="to"
            label={t('closure.to')}
            hint={t('closure.to.hint')}
            optional
            value={draft.to}
            onInput={(to) => setDraft({ to })}
            error={errorOf('to')}
          />
          <div aria-live="polite">
            <Show when={draft.kind === 'closed' && draft.from !== ''}>
              <Notice tone={isShort() ? 'warn' : 'ok'}>
                {t(isShort() ? 'closure.short' : 'closure.in-time', { n: limits.noticeDays })}
              </Notice>
            </Show>
          </div>
          <TimeField
            name="span.from"
            label={t('closure.start')}
            hint={draft.kind === 'closed' ? t('closure.span.hint') : t('time.hint')}
            optional={draft.kind === 'closed'}
            value={draft.start}
            onInput={(start) => setDraft({ start })}
            error={errorOf('span.from') ?? errorOf('span')}
          />
          <TimeField
            name="span.to"
            label={t('closure.end')}
            optional={draft.kind === 'closed'}
            value={draft.end}
            onInput={(end) => setDraft({ end })}
            error={errorOf('span.to')}
          />
          <TextArea
            name="reason"
            label={t('closure.reason')}
            limit={limits.reason}
            value={draft.reason}
            onInput={(reason) => setDraft({ reason })}
            error={errorOf('reason')}
          />
        </>
      )}
    </VenueAction>
  );
};

export const WithdrawAction: Component<ActionProps & { no: number; days: string }> = (props) => (
  <VenueAction
    view={props.view}
    no={props.no}
    row={routes.closureWithdrawal}
    kind="quiet"
    label={t('withdraw')}
    buttonLabel={t('withdraw.of', { days: props.days })}
    title={t('withdraw.of', { days: props.days })}
    intro={t('withdraw.intro')}
    body={() => ({})}
    done={t('withdraw.done')}
  />
);

type Timetable = VenueView['timetables'][number];
const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
const emptyWeek: Timetable['week'] = [[], [], [], [], [], [], []];

/** One timetable more, or another content for one: a row for each day of the week. The others stay as they are. */
export const TimetableAction: Component<ActionProps & { timetable?: Timetable | undefined }> = (props) => {
  const [name, setName] = createSignal('');
  const [from, setFrom] = createSignal('');
  const [to, setTo] = createSignal('');
  const [week, setWeek] = createSignal(emptyWeek);
  const [holidays, setHolidays] = createSignal('as-week');
  const at = (): number => {
    const index = props.view.timetables.findIndex(({ no }) => no === props.timetable?.no);
    return index < 0 ? props.view.timetables.length : index;
  };
  const path = (field: string): string => `timetables.${at()}.${field}`;
  const rule = () =>
    holidays() === 'spans' && props.timetable?.holidays.rule === 'spans'
      ? props.timetable.holidays
      : { rule: holidays() };
  const body = () => {
    const mine = {
      ...(props.timetable === undefined ? {} : { no: props.timetable.no }),
      name: name(),
      from: from(),
      ...(to() === '' ? {} : { to: to() }),
      week: week().map((spans) => spans.map((span) => ({ from: timeIn(span.from), to: timeIn(span.to) }))),
      holidays: rule(),
    };
    return {
      timetables: [...props.view.timetables.slice(0, at()), mine, ...props.view.timetables.slice(at() + 1)],
    };
  };
  return (
    <VenueAction
      wide
      view={props.view}
      row={routes.timetables}
      kind={props.timetable === undefined ? 'second' : 'quiet'}
      label={t(props.timetable === undefined ? 'timetable.add' : 'timetable.change')}
      buttonLabel={
        props.timetable === undefined ? undefined : t('timetable.change.of', { name: props.timetable.name })
      }
      fields={{
        [path('name')]: t('timetable.name'),
        [path('from')]: t('timetable.from'),
        [path('to')]: t('timetable.to'),
        ...Object.fromEntries(weekdays.map((n) => [path(`week.${n - 1}`), t(`weekday.${n}`)])),
        [path('holidays')]: t('timetable.holidays'),
      }}
      fieldOf={{ 'venue.past_changed': path('from') }}
      body={body}
      reset={() => {
        const given = props.timetable;
        setName(given?.name ?? '');
        setFrom(given?.from ?? today());
        setTo(given?.to ?? '');
        setWeek(given?.week ?? emptyWeek);
        setHolidays(given?.holidays.rule ?? 'as-week');
      }}
      done={t('timetable.done')}
    >
      {(errorOf) => (
        <>
          <TextField
            name={path('name')}
            label={t('timetable.name')}
            hint={t('timetable.name.hint')}
            value={name()}
            onInput={setName}
            error={errorOf(path('name'))}
          />
          <DateField
            name={path('from')}
            label={t('timetable.from')}
            value={from()}
            onInput={setFrom}
            error={errorOf(path('from'))}
          />
          <DateField
            name={path('to')}
            label={t('timetable.to')}
            hint={t('timetable.to.hint')}
            optional
            value={to()}
            onInput={setTo}
            error={errorOf(path('to'))}
          />
          <p class="soft">{t('time.hint')}</p>
          <div class="venue-week">
            <For each={weekdays}>
              {(n) => (
                <SpansField
                  name={path(`week.${n - 1}`)}
                  legend={t(`weekday.${n}`)}
                  spans={week()[n - 1] ?? []}
                  most={limits.spans}
                  onChange={(spans) =>
                    setWeek((days) => days.map((day, index) => (index === n - 1 ? [...spans] : day)))
                  }
                  error={errorOf(path(`week.${n - 1}`))}
                />
              )}
            </For>
          </div>
          <RadioGroup
            name={path('holidays')}
            label={t('timetable.holidays')}
            options={[
              { value: 'as-week', label: t('holidays.as-week') },
              { value: 'closed', label: t('holidays.closed') },
              ...(props.timetable?.holidays.rule === 'spans'
                ? [{ value: 'spans', label: t('holidays.spans') }]
                : []),
            ]}
            value={holidays()}
            onChange={setHolidays}
            error={errorOf(path('holidays'))}
          />
        </>
      )}
    </VenueAction>
  );
};
