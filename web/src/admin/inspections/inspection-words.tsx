import { type Component, For } from 'solid-js';
import { formatDate, formatRate } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { StatusTag } from '../../ui/notice.tsx';
import type { CheckItem, InspectionRow, Rates, RectificationView } from './inspections.queries.ts';
import { inspectionsWords } from './inspections.words.ts';

const { t } = inspectionsWords;

type Rate = Rates['total'];

export const daysWords = ({ from, to }: { readonly from: string; readonly to: string }): string => {
  const words = { from: formatDate(from, language()), to: formatDate(to, language()) };
  return from === to ? t('days.same', { from: words.from }) : t('days.range', words);
};

const percent = (share: number): string => (share * 100).toFixed(1);

export const rateWords = ({ found, checked }: Pick<Rate, 'found' | 'checked'>): string =>
  formatRate(found, checked, language());

export const intervalWords = ({ low, high }: Rate): string =>
  low === undefined || high === undefined
    ? '—'
    : t('rates.interval.value', { low: percent(low), high: percent(high) });

const tones = { drawn: 'neutral', running: 'info', finished: 'ok' } as const;

export const InspectionTag: Component<{ state: InspectionRow['state'] }> = (props) => (
  <StatusTag tone={tones[props.state]}>{t(`state.${props.state}`)}</StatusTag>
);

type Standing = RectificationView['state'] | 'overdue';
const rectificationTones = {
  open: 'info',
  overdue: 'bad',
  done: 'warn',
  accepted: 'ok',
  withdrawn: 'neutral',
} as const satisfies Record<Standing, string>;

export const RectificationTag: Component<{ state: RectificationView['state']; overdue: boolean }> = (
  props,
) => {
  const standing = (): Standing => (props.overdue ? 'overdue' : props.state);
  return (
    <StatusTag tone={rectificationTones[standing()]}>{t(`rectification.state.${standing()}`)}</StatusTag>
  );
};

/** What came of a check, in one tag. */
export const CheckTag: Component<{ item: Pick<CheckItem, 'findings'> }> = (props) => {
  const standing = () => {
    const { findings } = props.item;
    if (findings === undefined) return { tone: 'neutral', words: t('item.waiting') } as const;
    const n = findings.discrepancies.length;
    if (n > 0) return { tone: 'bad', words: t('item.found', { n }) } as const;
    return findings.reallyVisited === 'cannot-tell'
      ? ({ tone: 'warn', words: t('item.untold') } as const)
      : ({ tone: 'ok', words: t('item.ok') } as const);
  };
  return <StatusTag tone={standing().tone}>{standing().words}</StatusTag>;
};

export const Photos: Component<{ addresses: readonly string[] }> = (props) => (
  <ul class="photos">
    <For each={props.addresses}>
      {(address, index) => (
        <li class="photo">
          <a
            href={address}
            target="_blank"
            rel="noopener external"
            aria-label={t('photo.open', { n: index() + 1 })}
          >
            <img src={address} alt={t('photo', { n: index() + 1 })} loading="lazy" />
          </a>
        </li>
      )}
    </For>
  </ul>
);
