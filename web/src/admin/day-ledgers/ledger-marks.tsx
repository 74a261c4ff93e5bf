import { type Component, Show } from 'solid-js';
import { formatDeadline } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { Clock } from '../../ui/facts.tsx';
import type { Tone } from '../../ui/icons.tsx';
import { StatusTag } from '../../ui/notice.tsx';
import { createNow, remainingWords } from '../issues/remaining.ts';
import type { DayLedgerRow } from './day-ledgers.queries.ts';
import { dayLedgersWords } from './day-ledgers.words.ts';

const { t } = dayLedgersWords;

type Standing = Pick<DayLedgerRow, 'state' | 'late' | 'expected'>;

const toneOf = ({ state, late, expected }: Standing): Tone => {
  if (state === 'missing') return 'bad';
  if (state === 'handed-in') return late ? 'warn' : 'ok';
  return expected ? 'info' : 'neutral';
};

/** Handed in, late, missing or still open, in words and shape. */
export const LedgerTag: Component<{ standing: Standing }> = (props) => (
  <StatusTag tone={toneOf(props.standing)}>
    {props.standing.state === 'handed-in' && props.standing.late
      ? `${t('ledger.handed-in')} · ${t('overview.late')}`
      : props.standing.state === 'open' && !props.standing.expected
        ? t('overview.not-expected')
        : t(`ledger.${props.standing.state}`)}
  </StatusTag>
);

/** Hours before noon from which on it is said that the time is nearly over. */
const nearMilliseconds = 3 * 3_600_000;

/** How long until 12:00 noon of the next day. */
export const NoonClock: Component<{ dueAt: string }> = (props) => {
  const now = createNow();
  const left = (): number => Date.parse(props.dueAt) - now();
  return (
    <Show when={props.dueAt}>
      <Clock
        state={left() <= 0 ? 'late' : left() < nearMilliseconds ? 'near' : 'running'}
        remaining={remainingWords(props.dueAt, now())}
        due={formatDeadline(props.dueAt, language())}
        instant={props.dueAt}
      />
    </Show>
  );
};
