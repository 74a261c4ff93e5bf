import { A, createAsync, useParams } from '@solidjs/router';
import { type Component, For, Show } from 'solid-js';
import { formatDate, formatMoment } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { LinkButton } from '../../ui/button.tsx';
import { DescriptionList, type Fact, Timeline } from '../../ui/facts.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { EmptyState } from '../../ui/state.tsx';
import { useDesk } from '../shell/desk.ts';
import { AssignmentActions } from './actions/assignment.actions.tsx';
import { AssignmentTag, nextWords } from './assignment-columns.tsx';
import { type AssignmentView, readAssignment, readCampaign } from './campaigns.queries.ts';
import { campaignsWords, planWords } from './campaigns.words.ts';
import { hrefWith } from './place.ts';
import './campaigns.css';

const { t } = planWords;
const moment = (instant: string): string => formatMoment(instant, language());

/** One household in one campaign: whose it is, when, and every try. */
export const AssignmentPage: Component = () => {
  const params = useParams<{ campaign: string; household: string }>();
  const desk = useDesk();
  const campaign = createAsync(() => readCampaign(params.campaign));
  const view = createAsync(() => readAssignment(params.campaign, params.household));
  return (
    <Show when={campaign()}>
      {(of) => (
        <Show when={view()}>
          {(known) => (
            <div class="stack">
              <p class="no-print">
                <A href={hrefWith(`/admin/campaigns/${of().campaign}/unvisited`, { node: known().village })}>
                  {t('household.back')}
                </A>
              </p>
              <PageHeader
                title={t('household.title', { address: known().address })}
                lead={`${of().name} · ${desk.placeOf(known().village)}`}
                actions={
                  <LinkButton href={desk.keepNode(`/admin/households/${known().household}`)}>
                    {t('household.register')}
                  </LinkButton>
                }
              />
              <p>
                <AssignmentTag status={known().status} />
              </p>
              <Show when={known().mayChange}>
                <section class="row no-print" aria-label={t('household.actions')}>
                  <AssignmentActions view={known()} campaign={of()} />
                </section>
              </Show>
              <DescriptionList facts={factsOf(known())} />
              <Tries view={known()} />
            </div>
          )}
        </Show>
      )}
    </Show>
  );
};

const factsOf = (view: AssignmentView): readonly Fact[] => [
  { term: t('list.head'), value: view.head },
  { term: t('household.kind'), value: t(`household.kind.${view.kind}`) },
  { term: t('household.person'), value: view.assignee.name },
  { term: t('household.day'), value: formatDate(view.day, language()) },
  ...(view.next ? [{ term: t('household.next'), value: nextWords(view.next) }] : []),
  ...(view.visited
    ? [
        {
          term: t('household.visited'),
          value: t('household.visited.by', {
            name: view.visited.by.name,
            when: moment(view.visited.at),
          }),
        },
      ]
    : []),
  ...(view.excluded
    ? [
        {
          term: t('household.excluded'),
          value: t('household.excluded.by', {
            name: view.excluded.by.name,
            when: moment(view.excluded.at),
            reason: view.excluded.reason,
          }),
        },
      ]
    : []),
  ...(view.formerly.length > 0
    ? [
        {
          term: t('household.formerly'),
          value: (
            <ul class="campaign-lines">
              <For each={view.formerly}>
                {({ name, until }) => <li>{t('household.formerly.until', { name, when: moment(until) })}</li>}
              </For>
            </ul>
          ),
        },
      ]
    : []),
];

const Tries: Component<{ view: AssignmentView }> = (props) => (
  <section class="stack" aria-labelledby="tries">
    <h2 id="tries">{t('household.tries')}</h2>
    <Show when={props.view.tries.length > 0} fallback={<EmptyState title={t('household.tries.none')} />}>
      <Show when={props.view.tried > props.view.tries.length}>
        <p class="soft">{t('household.tries.latest', { n: props.view.tried })}</p>
      </Show>
      <Timeline
        entries={props.view.tries.map((each) => ({
          title: campaignsWords.t(`outcome.${each.outcome}`),
          when: each.offPeak ? `${moment(each.at)} · ${t('household.off-peak')}` : moment(each.at),
          instant: each.at,
          who: each.by.name,
          tone: each.outcome === 'met' ? ('ok' as const) : undefined,
        }))}
      />
    </Show>
  </section>
);
