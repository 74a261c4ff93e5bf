import { A } from '@solidjs/router';
import { type Component, createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import { bookingsContract } from '../../../../functions/bookings/bookings.contract.ts';
import { call } from '../../api/client.ts';
import { Button } from '../../ui/button.tsx';
import { Alert } from '../../ui/notice.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { showToast } from '../../ui/toast.tsx';
import { CommandForm } from '../forms/command-form.tsx';
import { createSubmission } from '../forms/submission.ts';
import { type Desk, useDesk } from '../shell/desk.ts';
import { EnrolmentTag, moment, number, whoWords } from './booking-marks.tsx';
import { type RosterRow, renewRosters } from './bookings.queries.ts';
import { bookingsWords } from './bookings.words.ts';

const { t } = bookingsWords;
const row = bookingsContract.routes.attendance;

type Marks = Readonly<Record<string, boolean>>;

interface RosterTablesProps {
  rows: readonly RosterRow[];
  /** Number of the session attendance is shown of. */
  session: number;
  sessionId: string;
  /** Whether attendance can be marked now. */
  canMark: boolean;
}

const columnsFor = (
  desk: Desk,
  attendance: ((row: RosterRow) => JSX.Element) | undefined,
): readonly Column<RosterRow>[] => [
  { key: 'number', header: t('roster.number'), align: 'end', cell: (row) => number(row.number) },
  {
    key: 'name',
    header: t('roster.name'),
    isRowHeader: true,
    nowrap: true,
    cell: (row) => <A href={desk.keepNode(`/admin/enrolments/${row.reference}`)}>{row.name}</A>,
  },
  { key: 'who', header: t('roster.who'), cell: whoWords },
  { key: 'count', header: t('roster.count'), align: 'end', cell: (row) => number(row.places) },
  {
    key: 'state',
    header: t('roster.standing'),
    cell: (row) => (
      <>
        <EnrolmentTag state={row.state} />
        <Show when={row.heldUntil}>
          {(until) => <span class="booking-sub">{t('roster.held-until', { when: moment(until()) })}</span>}
        </Show>
      </>
    ),
  },
  { key: 'phone', header: t('roster.phone'), nowrap: true, cell: (row) => row.phone },
  ...(attendance === undefined
    ? []
    : [{ key: 'attendance', header: t('roster.attendance'), cell: attendance }]),
];

const cameWords = (came: boolean | undefined): string =>
  came === undefined ? t('roster.unmarked') : t(came ? 'roster.came' : 'roster.missed');

const MarkField: Component<{
  row: RosterRow;
  value: boolean | undefined;
  onChange: (came: boolean) => void;
}> = (props) => (
  <fieldset class="roster-mark">
    <legend class="visually-hidden">{t('roster.of', { name: props.row.name })}</legend>
    <For each={[true, false]}>
      {(came) => (
        <label>
          <input
            type="radio"
            name={`mark-${props.row.reference}`}
            checked={props.value === came}
            onChange={() => props.onChange(came)}
          />
          {cameWords(came)}
        </label>
      )}
    </For>
  </fieldset>
);

/** Whoever has a place, with who came; below them whoever waits, and whoever is no longer in the line. */
export const RosterTables: Component<RosterTablesProps> = (props) => {
  const desk = useDesk();
  const [marks, setMarks] = createSignal<Marks>({});
  /** Saved already; the roster itself follows a moment later. */
  const [saved, setSaved] = createSignal<Marks>({});
  const [failed, setFailed] = createSignal<readonly string[]>([]);
  const placed = createMemo(() => props.rows.filter(({ state }) => state === 'confirmed'));
  const waiting = createMemo(() => props.rows.filter(({ state }) => state === 'waiting' || state === 'held'));
  const gone = createMemo(() =>
    props.rows.filter(({ state }) => state === 'cancelled' || state === 'lapsed' || state === 'left'),
  );
  const stored = ({ reference, attendance }: RosterRow): boolean | undefined =>
    saved()[reference] ?? attendance[String(props.session)];
  const shown = (each: RosterRow): boolean | undefined => marks()[each.reference] ?? stored(each);
  const changed = (came: boolean): string[] =>
    placed()
      .filter((each) => marks()[each.reference] === came && stored(each) !== came)
      .map(({ reference }) => reference);
  const nameOf = (reference: string): string =>
    props.rows.find((each) => each.reference === reference)?.name ?? reference;

  const submission = createSubmission({
    schema: row.body,
    fields: () => ({}),
    send: async (body, key) => {
      const sent = await call(row, { params: { session: props.sessionId }, body, key });
      return { answered: sent.body.marks, present: new Set(body.present ?? []) };
    },
    done: ({ answered, present }) => {
      const done = answered.filter(({ result }) => result === 'marked' || result === 'already');
      const lost = answered.filter((each) => !done.includes(each)).map(({ reference }) => nameOf(reference));
      setSaved((before) => ({
        ...before,
        ...Object.fromEntries(done.map(({ reference }) => [reference, present.has(reference)])),
      }));
      setFailed(lost);
      submission.reset();
      if (done.length > 0) showToast(t('roster.saved', { n: done.length }));
      void renewRosters();
    },
  });
  const markOthers = (): void => {
    const open = placed().filter((each) => shown(each) === undefined);
    setMarks((before) => ({
      ...before,
      ...Object.fromEntries(open.map(({ reference }) => [reference, true])),
    }));
  };
  const columns = createMemo(() =>
    columnsFor(desk, (each) => (
      <Show when={props.canMark} fallback={cameWords(stored(each))}>
        <MarkField
          row={each}
          value={shown(each)}
          onChange={(came) => setMarks((before) => ({ ...before, [each.reference]: came }))}
        />
      </Show>
    )),
  );
  const plain = createMemo(() => columnsFor(desk, undefined));
  const count = (): number => changed(true).length + changed(false).length;
  return (
    <div class="stack-large">
      <Show when={placed().length > 0}>
        <Show
          when={props.canMark}
          fallback={<Table caption={t('roster.caption')} columns={columns()} rows={placed()} />}
        >
          <CommandForm
            submission={submission}
            body={() => ({ present: changed(true), absent: changed(false) })}
            submitLabel={t('roster.save')}
            isClosed={count() === 0}
          >
            <div class="stack">
              <Table caption={t('roster.caption')} columns={columns()} rows={placed()} />
              <Show when={failed().length > 0}>
                <Alert tone="bad">{t('roster.failed', { names: failed().join('、') })}</Alert>
              </Show>
              <p class="soft" role="status">
                {t('roster.save.hint', { n: count() })}
              </p>
              <p class="no-print">
                <Button onPress={markOthers}>{t('roster.all-came')}</Button>
              </p>
            </div>
          </CommandForm>
        </Show>
      </Show>
      <Show when={waiting().length > 0}>
        <Table caption={t('roster.waiting-list')} columns={plain()} rows={waiting()} />
      </Show>
      <Show when={gone().length > 0}>
        <Table caption={t('roster.gone')} columns={plain()} rows={gone()} />
      </Show>
    </div>
  );
};
