import { A } from '@solidjs/router';
import { type Component, For, Show } from 'solid-js';
import { questions } from '../../../../functions/inspections/inspections.words.ts';
import { photosContract } from '../../../../functions/photos/photos.contract.ts';
import { formatReference } from '../../../../functions/platform/contract/reference.rules.ts';
import { pathOf } from '../../../../functions/platform/contract/route.ts';
import { formatMoment } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { LinkButton } from '../../ui/button.tsx';
import { DescriptionList, type Fact } from '../../ui/facts.tsx';
import { useDesk } from '../shell/desk.ts';
import { CheckTag, Photos } from './inspection-words.tsx';
import type { CheckItem } from './inspections.queries.ts';
import { inspectionsWords } from './inspections.words.ts';

const { t } = inspectionsWords;

export const claimedFacts = (item: CheckItem, nameOf: (path: string) => string): Fact[] => [
  {
    term: t('item.claimed'),
    value: t('item.claimed.value', {
      when: formatMoment(item.at, language()),
      outcome: t(`outcome.${item.outcome}`),
    }),
  },
  { term: t('rates.village'), value: nameOf(item.village) },
  { term: t('item.by'), value: item.by.name },
  { term: t('item.materials'), value: t('item.materials.value', { n: item.materials }) },
  {
    term: t('item.issues'),
    value: item.issues.length === 0 ? t('item.issues.none') : item.issues.map(formatReference).join(' '),
  },
  ...(item.satisfaction === undefined
    ? []
    : [{ term: t('item.satisfaction'), value: String(item.satisfaction) }]),
];

interface CardProps {
  inspection: string;
  item: CheckItem;
}

/** One visit: what was recorded, and what was found. */
export const CheckItemCard: Component<CardProps> = (props) => {
  const desk = useDesk();
  const item = (): CheckItem => props.item;
  const facts = (): Fact[] => [
    ...claimedFacts(item(), desk.nameOf),
    {
      term: t('item.household'),
      value: <A href={desk.keepNode(`/admin/households/${item().household}`)}>{t('item.household')}</A>,
    },
  ];
  return (
    <article class="check-item">
      <header class="row">
        <h3>{t('item.title', { n: item().n, address: item().address })}</h3>
        <CheckTag item={item()} />
      </header>
      <DescriptionList facts={facts()} />
      <Show when={item().findings}>
        {(findings) => (
          <div class="stack check-found">
            <ul class="plain">
              <For each={questions}>
                {(question) => (
                  <li>
                    {t(`question.${question}`)} <strong>{t(`answer.${findings()[question]}`)}</strong>
                  </li>
                )}
              </For>
            </ul>
            <For each={findings().discrepancies}>
              {(found) => (
                <p>
                  <strong>{t(`kind.${found.kind}`)}</strong> {found.what}{' '}
                  <Show when={found.rectification}>
                    {(rectification) => (
                      <A href={desk.keepNode(`/admin/rectifications/${rectification()}`)}>
                        {t('rectification.one', { reference: formatReference(rectification()) })}
                      </A>
                    )}
                  </Show>
                </p>
              )}
            </For>
            <Show when={findings().note}>{(note) => <p>{note()}</p>}</Show>
            <Show when={findings().photos.length > 0}>
              <Photos
                addresses={findings().photos.map((photoId) =>
                  pathOf(photosContract.routes.ofCheck, {
                    inspection: props.inspection,
                    n: String(item().n),
                    photoId,
                  }),
                )}
              />
            </Show>
            <p class="soft">
              {t('item.found-by')}{' '}
              {t('inspection.by-at', {
                name: findings().foundBy.name,
                when: formatMoment(findings().foundAt, language()),
              })}
            </p>
          </div>
        )}
      </Show>
      <Show when={item().mayCheck}>
        <div class="row no-print">
          <LinkButton
            kind={item().findings === undefined ? 'main' : 'second'}
            href={desk.keepNode(`/admin/inspections/${props.inspection}/checks/${item().n}`)}
          >
            {item().findings === undefined ? t('item.check') : t('item.correct')}
          </LinkButton>
        </div>
      </Show>
    </article>
  );
};
