import { A, createAsync, useLocation, useNavigate, useSearchParams } from '@solidjs/router';
import { type Component, For, Show } from 'solid-js';
import type { CountedFigure } from '../../../../functions/issues/issues.words.ts';
import { formatMoment, formatNumber, formatRate } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { SelectField } from '../../ui/choice-field.tsx';
import { hrefWith } from '../campaigns/place.ts';
import { readFigures } from '../queries.ts';
import { useDesk } from '../shell/desk.ts';
import { monthAfter, thisMonth } from '../shell/months.ts';
import { todayWords } from './today.words.ts';

const { t } = todayWords;

const monthsOffered = 24;
const monthsShown = 3;
const isMonth = (text: unknown): text is string => typeof text === 'string' && /^\d{4}-\d{2}$/.test(text);

/** Response, solved, satisfied: never a rate without the two counts it is made of. */
export const ThreeRates: Component = () => {
  const desk = useDesk();
  const [search] = useSearchParams();
  const location = useLocation();
  const navigate = useNavigate();

  const to = (): string => (isMonth(search['to']) ? search['to'] : thisMonth());
  const from = (): string => (isMonth(search['from']) ? search['from'] : monthAfter(to(), 1 - monthsShown));
  const figures = createAsync(async () => {
    const node = desk.node();
    return node === undefined ? undefined : readFigures(node, from(), to());
  });
  const count = (name: string): number => figures()?.months[name] ?? 0;
  const months = Array.from({ length: monthsOffered }, (_, index) => monthAfter(thisMonth(), -index));
  const choose = (name: 'from' | 'to', month: string): void => {
    const wanted = new URLSearchParams(location.search);
    wanted.set('from', from());
    wanted.set('to', to());
    wanted.set(name, month);
    // The other end moves along rather than leaving a period that ends before it begins.
    if ((wanted.get('from') ?? '') > (wanted.get('to') ?? ''))
      wanted.set(name === 'from' ? 'to' : 'from', month);
    navigate(`${location.pathname}?${wanted}`.replaceAll('%2F', '/'), { scroll: false, replace: true });
  };

  const rates = () =>
    [
      { name: 'response', part: 'answered', whole: 'raised' },
      { name: 'solved', part: 'solved', whole: 'answered' },
      { name: 'satisfied', part: 'satisfied', whole: 'answered' },
    ] as const;
  const counts = (): readonly { label: string; figure: CountedFigure }[] => [
    { label: t('figures.raised'), figure: 'raised' },
    { label: t('figures.in-time'), figure: 'resolvedInTime' },
    { label: t('figures.closed'), figure: 'closed' },
    { label: t('figures.overdue'), figure: 'overdue' },
    { label: t('figures.returned'), figure: 'returned' },
    { label: t('figures.reopened'), figure: 'reopened' },
  ];
  /** The issues behind a figure of these months. */
  const hrefOf = (figure: CountedFigure): string =>
    desk.keepNode(hrefWith('/admin/issues/counted', { figure, from: from(), to: to() }));

  return (
    <section class="stack" aria-labelledby="rates">
      <h2 id="rates">{t('figures.title')}</h2>
      <fieldset class="period no-print">
        <legend>{t('figures.period')}</legend>
        <For each={['from', 'to'] as const}>
          {(end) => (
            <SelectField
              name={end}
              label={t(`figures.${end}`)}
              emptyLabel=""
              options={months.map((month) => ({ value: month, label: month }))}
              value={end === 'from' ? from() : to()}
              onChange={(month) => choose(end, month)}
            />
          )}
        </For>
      </fieldset>
      <dl class="rates">
        <For each={rates()}>
          {({ name, part, whole }) => (
            <div>
              <dt>{t(`figures.${name}`)}</dt>
              <dd>
                <strong>
                  <A href={hrefOf(part)}>{formatRate(count(part), count(whole), language())}</A>
                </strong>
                <span class="soft">{t(`figures.${name}.what`)}</span>
              </dd>
            </div>
          )}
        </For>
      </dl>
      <dl class="counts">
        <For each={counts()}>
          {(each) => (
            <div>
              <dt>{each.label}</dt>
              <dd>
                <A href={hrefOf(each.figure)}>{formatNumber(count(each.figure), language())}</A>
              </dd>
            </div>
          )}
        </For>
      </dl>
      <p class="soft">
        {t('figures.silence')}{' '}
        <Show when={figures()?.asOf}>
          {(when) => t('today.as-of', { when: formatMoment(when(), language()) })}
        </Show>
      </p>
    </section>
  );
};
