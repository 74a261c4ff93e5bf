import { createAsync, useSearchParams } from '@solidjs/router';
import { type Component, createMemo, Show } from 'solid-js';
import { Notice } from '../../ui/notice.tsx';
import { EmptyState } from '../../ui/state.tsx';
import { isVillage } from '../households/door.ts';
import { readAreas } from '../households/households.queries.ts';
import { useDesk } from '../shell/desk.ts';
import { CampaignFrame } from './campaign-frame.tsx';
import { type CampaignView, readPeople, readPlans, readProof, readProofs } from './campaigns.queries.ts';
import { planWords } from './campaigns.words.ts';
import { type Giver, HandOverForm } from './hand-over.form.tsx';

const { t } = planWords;

/** Gives what somebody still has to visit in a village to others. */
export const HandOverPage: Component = () => (
  <CampaignFrame part="plan">
    {(view, node) => (
      <Show when={isVillage(node)} fallback={<Notice>{t('hand-over.choose')}</Notice>}>
        {/* Another village is another form. */}
        <Show when={node} keyed>
          {(village) => <HandOver view={view} village={village} />}
        </Show>
      </Show>
    )}
  </CampaignFrame>
);

const HandOver: Component<{ view: CampaignView; village: string }> = (props) => {
  const desk = useDesk();
  const [search] = useSearchParams();
  const people = createAsync(() => readPeople(props.view.campaign, props.village));
  const areas = createAsync(() => readAreas(props.village), { initialValue: [] });
  /** Those of the plan who can no longer be given anything still have households to hand over. */
  const planned = createAsync(
    async () =>
      (await readPlans(props.view.campaign)).find(({ village }) => village === props.village)?.people ?? [],
    { initialValue: [] },
  );
  const left = createAsync(
    async () => {
      const { campaign } = props.view;
      const latest = (await readProofs(campaign, undefined)).rows[0];
      const proof = latest && (await readProof(campaign, latest.day));
      return proof?.leftPeople.filter(({ village }) => village === props.village) ?? [];
    },
    { initialValue: [] },
  );
  const givers = createMemo((): readonly Giver[] => {
    const byId = new Map<string, Giver>();
    for (const { staffId, name } of planned()) byId.set(staffId, { staffId, label: name });
    for (const { id, name, households } of left())
      byId.set(id, { staffId: id, label: t('hand-over.from.left', { name, n: households }) });
    for (const { staffId, name, assigned, visited } of people() ?? []) {
      const n = assigned - visited;
      if (n > 0) byId.set(staffId, { staffId, label: t('hand-over.from.has', { name, n }) });
      else byId.delete(staffId);
    }
    return [...byId.values()];
  });
  const from = (): string => {
    const wanted = search['from'];
    return givers().find(({ staffId }) => staffId === wanted)?.staffId ?? '';
  };
  return (
    <section class="stack" aria-labelledby="hand-over">
      <h2 id="hand-over">{t('hand-over.title')}</h2>
      <p class="reading">{t('hand-over.lead', { village: desk.nameOf(props.village) })}</p>
      <Show when={people()}>
        {(known) => (
          <Show when={givers().length > 0} fallback={<EmptyState title={t('hand-over.nobody')} />}>
            <HandOverForm
              view={props.view}
              village={props.village}
              givers={givers()}
              from={from()}
              people={known()}
              areas={areas()}
            />
          </Show>
        )}
      </Show>
    </section>
  );
};
