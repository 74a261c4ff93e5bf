import { type Component, For, Show } from 'solid-js';
import {
  circumstances,
  stepWorkingDays as days,
  type RenovationItem,
  renovationItems,
} from '../../../../functions/renovation/renovation.words.ts';
import { formatYuan } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { LinkButton } from '../../ui/button.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { LoadingState } from '../../ui/state.tsx';
import { renovationStartWords } from '../public.words.ts';
import { isBegun } from './renovation.draft.ts';
import { NOTICES_PATH, PROGRESS_PATH, pathOfStep, RESUME_PATH } from './renovation.paths.ts';
import { createItems, type YearsItems } from './renovation.queries.ts';
import './start.css';

const { t } = renovationStartWords;

const nameOf = (item: RenovationItem): string => t(`item.${item}`);
const money = (fen: number): string => formatYuan(fen, language());

const Names: Component = () => (
  <ul class="plain-list">
    <For each={renovationItems}>{(item) => <li>{nameOf(item)}</li>}</For>
  </ul>
);

const Prices: Component<{ items: YearsItems }> = (props) => (
  <>
    <p>{t('start.items.ceiling', { amount: money(props.items.ceiling) })}</p>
    <ul class="price-list">
      <For each={props.items.prices}>
        {(line) => (
          <li>
            <span>{nameOf(line.item)}</span>
            <span class="soft">
              {t('start.items.price', {
                unit: t(`unit.${line.unit}`),
                price: money(line.price),
              })}
            </span>
          </li>
        )}
      </For>
    </ul>
    <p class="soft">{t('start.items.year', { year: props.items.year })}</p>
  </>
);

const Items: Component = () => {
  const items = createItems();
  const known = (): YearsItems | undefined => {
    const answer = items();
    return answer === 'failed' || answer === undefined || answer.prices.length === 0 ? undefined : answer;
  };
  return (
    <Show when={items()} fallback={<LoadingState lines={6} />}>
      <Show
        when={known()}
        fallback={
          <>
            <p>{items() === 'failed' ? t('start.items.failed') : t('start.items.later')}</p>
            <Names />
          </>
        }
      >
        {(priced) => <Prices items={priced()} />}
      </Show>
    </Show>
  );
};

const timetable = () => [
  t('start.steps.check', { n: days.applied }),
  t('start.steps.review', { n: days.checked }),
  t('start.steps.assess', { n: days.reviewed }),
  t('start.steps.plan', { n: days.assessed + days.feasible }),
  t('start.steps.approve', { n: days.agreed }),
  t('start.steps.notice', { n: days.noticed }),
  t('start.steps.build', { n: days.ready + days.building }),
  t('start.steps.accept', { n: days.finished }),
];

/** What there is, for whom, how long it takes, and the ways in. */
const StartPage: Component = () => (
  <div class="reading stack-large">
    <PageHeader title={t('start.title')} lead={t('start.lead')} />
    <div class="stack">
      <div class="start-actions">
        <LinkButton kind="main" href={pathOfStep(isBegun() ? 'check' : 'who')}>
          {isBegun() ? t('start.go-on') : t('start.begin')}
        </LinkButton>
        <LinkButton href={RESUME_PATH}>{t('start.again')}</LinkButton>
        <LinkButton href={PROGRESS_PATH}>{t('start.progress')}</LinkButton>
        <LinkButton href={NOTICES_PATH}>{t('start.notices')}</LinkButton>
      </div>
      <p class="soft">{t('start.minutes')}</p>
    </div>
    <section>
      <h2>{t('start.who')}</h2>
      <ul class="plain-list">
        <li>{t('start.who.resident')}</li>
        <li>{t('start.who.help')}</li>
        <li>{t('start.who.repeat')}</li>
      </ul>
    </section>
    <section>
      <h2>{t('start.need')}</h2>
      <ul class="plain-list">
        <li>{t('start.need.card')}</li>
        <li>{t('start.need.phone')}</li>
        <li>{t('start.need.photo')}</li>
      </ul>
    </section>
    <section class="stack">
      <h2>{t('start.items')}</h2>
      <Items />
    </section>
    <section class="stack">
      <h2>{t('start.priority')}</h2>
      <ol class="plain-list">
        <li>{t('start.priority.grade')}</li>
        <li>
          {t('start.priority.then')}
          <ol class="plain-list">
            <For each={circumstances}>{(one) => <li>{t(`circumstance.${one}`)}</li>}</For>
          </ol>
        </li>
        <li>{t('start.priority.last')}</li>
      </ol>
      <p>{t('start.priority.queue')}</p>
    </section>
    <section>
      <h2>{t('start.steps')}</h2>
      <ol class="plain-list">
        <For each={timetable()}>{(line) => <li>{line}</li>}</For>
      </ol>
    </section>
    <section class="stack">
      <h2>{t('start.other')}</h2>
      <p>{t('start.other.text')}</p>
    </section>
  </div>
);

export default StartPage;
