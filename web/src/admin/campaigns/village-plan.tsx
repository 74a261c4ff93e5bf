import { A, createAsync, revalidate } from '@solidjs/router';
import { type Component, createEffect, createSignal, onCleanup, Show } from 'solid-js';
import { campaignsContract } from '../../../../functions/campaigns/campaigns.contract.ts';
import { call, newKey } from '../../api/client.ts';
import { formatMoment, formatNumber } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { EmptyState } from '../../ui/state.tsx';
import { readAreas } from '../households/households.queries.ts';
import { problemMessage } from '../messages/messages.ts';
import { useDesk } from '../shell/desk.ts';
import {
  type CampaignView,
  type PersonRow,
  type PlanRow,
  readPeople,
  readPlans,
  renewAssignments,
} from './campaigns.queries.ts';
import { campaignsWords, planWords } from './campaigns.words.ts';
import { createPicks } from './people-picks.ts';
import { PlanPeople } from './plan-people.tsx';
import {
  createPreview,
  PreviewFacts,
  PreviewTable,
  RefusalNotice,
  type Refused,
  refusedBy,
} from './plan-preview.tsx';
import { followPlan, forgetRun, type PlanRun, planRun } from './plan-run.ts';

const { t } = planWords;
const row = campaignsContract.routes.plan;
const number = (value: number): string => formatNumber(value, language());

const catchUpMilliseconds = 1_500;

/** One village: how its plan stands, and giving out what nobody has yet. */
export const VillagePlan: Component<{ view: CampaignView; village: string }> = (props) => {
  const desk = useDesk();
  const plans = createAsync(() => readPlans(props.view.campaign));
  const plan = (): PlanRow | undefined => plans()?.find(({ village }) => village === props.village);
  const run = (): PlanRun | undefined => planRun(props.view.campaign, props.village);
  const mayGoOn = (): boolean => props.view.mayPlan && props.view.state === 'running';
  // The list of plans follows a moment later; what is seen here to be done must not go on being called running.
  createEffect(() => {
    if (plan()?.status !== 'running' || run() === undefined || run()?.state === 'running') return;
    const again = setTimeout(() => void revalidate([readPlans.key, readPeople.key]), catchUpMilliseconds);
    onCleanup(() => clearTimeout(again));
  });
  // A plan that was left is taken up again by whoever may plan and comes along.
  createEffect(() => {
    if (plan()?.status === 'running' && mayGoOn() && run() === undefined)
      void followPlan(props.view.campaign, props.village, undefined);
  });
  return (
    <Show when={plans()}>
      <section class="stack" aria-labelledby="village-plan">
        <h2 id="village-plan">{t('plan.title', { village: desk.nameOf(props.village) })}</h2>
        <Show when={run()?.state !== 'done' || plan()?.status !== 'running' ? plan() : undefined}>
          {(known) => <Standing view={props.view} plan={known()} />}
        </Show>
        <div role="status" class="stack">
          <Show when={run()}>
            {(known) => <Progress view={props.view} village={props.village} run={known()} />}
          </Show>
        </div>
        <Show when={mayGoOn()} fallback={<NotYours view={props.view} />}>
          <Show when={run()?.state !== 'running' && run()?.state !== 'failed'}>
            <GiveOut view={props.view} village={props.village} isAgain={plan() !== undefined} />
          </Show>
        </Show>
      </section>
    </Show>
  );
};

const NotYours: Component<{ view: CampaignView }> = (props) => (
  <Show when={props.view.state === 'running'}>
    <p class="soft">{t('plan.not-yours')}</p>
  </Show>
);

const Standing: Component<{ view: CampaignView; plan: PlanRow }> = (props) => {
  const desk = useDesk();
  const words = (): string => {
    const { plan } = props;
    const when = formatMoment(plan.finishedAt ?? plan.startedAt, language());
    return plan.households === undefined
      ? t('plan.standing.running', { name: plan.by.name, when })
      : t('plan.standing', { households: number(plan.households), name: plan.by.name, when });
  };
  return (
    <>
      <p>{words()}</p>
      <Show when={props.plan.status === 'stopped' && props.plan.stopped}>
        {(why) => (
          <Notice tone="warn">
            <p>{t('plan.stopped', { why: campaignsWords.t(`stop.${why()}`) })}</p>
          </Notice>
        )}
      </Show>
      <p class="row no-print">
        <A href={desk.keepNode(`/admin/campaigns/${props.view.campaign}/assigned`)}>{t('plan.list')}</A>
        <Show when={props.view.mayPlan && props.view.state === 'running'}>
          <A href={desk.keepNode(`/admin/campaigns/${props.view.campaign}/hand-over`)}>
            {t('plan.hand-over')}
          </A>
        </Show>
      </p>
    </>
  );
};

const Progress: Component<{ view: CampaignView; village: string; run: PlanRun }> = (props) => {
  const counts = () => ({ planned: number(props.run.planned), left: number(props.run.left) });
  return (
    <>
      <Show when={props.run.state === 'running'}>
        <Notice title={t('run.title')}>
          <p>{t('run.progress', counts())}</p>
          <progress
            class="run-progress"
            aria-label={t('run.title')}
            value={props.run.planned}
            max={Math.max(1, props.run.planned + props.run.left)}
          />
          <p>{t('run.leave')}</p>
        </Notice>
      </Show>
      <Show when={props.run.state === 'done'}>
        <Notice tone="ok">{t('run.done', { planned: number(props.run.planned) })}</Notice>
      </Show>
      <Show when={props.run.state === 'stopped' && props.run.stopped}>
        {(why) => (
          <Notice tone="warn">
            {t('run.stopped', { ...counts(), why: campaignsWords.t(`stop.${why()}`) })}
          </Notice>
        )}
      </Show>
      <Show when={props.run.state === 'failed' && props.run.problem}>
        {(problem) => (
          <Notice tone="bad" title={t('run.failed', { left: number(props.run.left) })}>
            <p>{problemMessage(problem())}</p>
            <Button
              kind="main"
              onPress={() => void followPlan(props.view.campaign, props.village, undefined)}
            >
              {t('run.continue')}
            </Button>
          </Notice>
        )}
      </Show>
    </>
  );
};

const noPeople: readonly PersonRow[] = [];

const GiveOut: Component<{ view: CampaignView; village: string; isAgain: boolean }> = (props) => {
  const desk = useDesk();
  const people = createAsync(() => readPeople(props.view.campaign, props.village));
  const areas = createAsync(async () => (await readAreas(props.village)).filter(({ active }) => active), {
    initialValue: [],
  });
  return (
    <Show when={people()}>
      {(known) => (
        <Show
          when={known().length > 0}
          fallback={
            <EmptyState title={t('plan.no-people')}>
              <p>{t('plan.no-people.text', { village: desk.nameOf(props.village) })}</p>
            </EmptyState>
          }
        >
          <Choice
            view={props.view}
            village={props.village}
            people={known()}
            areas={areas()}
            isAgain={props.isAgain}
          />
        </Show>
      )}
    </Show>
  );
};

type ChoiceProps = Parameters<typeof GiveOut>[0] & Pick<Parameters<typeof PlanPeople>[0], 'people' | 'areas'>;

const Choice: Component<ChoiceProps> = (props) => {
  const picks = createPicks(() => props.people ?? noPeople);
  const { preview, refused, counting, renew } = createPreview(
    props.view.campaign,
    props.village,
    picks.chosen,
  );
  const [busy, setBusy] = createSignal(false);
  const [failed, setFailed] = createSignal<Refused>();
  let key = newKey();

  const commit = async (): Promise<void> => {
    if (busy()) return;
    setBusy(true);
    setFailed(undefined);
    const { campaign } = props.view;
    try {
      const { body } = await call(row, {
        params: { campaign },
        body: { village: props.village, people: picks.chosen() },
        key,
      });
      key = newKey();
      forgetRun(campaign, props.village);
      void followPlan(campaign, props.village, body);
    } catch (thrown) {
      setFailed(refusedBy(thrown));
      // The people or the register may have changed meanwhile: show what it comes to now.
      renew();
    } finally {
      setBusy(false);
    }
    void renewAssignments();
  };
  const isNothingLeft = (): boolean => preview()?.toAssign === 0;
  const fits = (): boolean => {
    const known = preview();
    return known !== undefined && known.toAssign > 0 && known.toAssign <= known.places;
  };
  return (
    <>
      <h3>{t('plan.people')}</h3>
      <Show when={props.isAgain && (preview()?.toAssign ?? 0) > 0}>
        <Notice tone="warn">{t('plan.again')}</Notice>
      </Show>
      <PlanPeople people={props.people} areas={props.areas} picks={isNothingLeft() ? undefined : picks} />
      <h3>{t('preview.title')}</h3>
      <div role="status" class="stack" aria-busy={counting()}>
        <Show when={counting()}>
          <p class="soft">{t('preview.counting')}</p>
        </Show>
        <Show when={!counting() && picks.chosen().length === 0}>
          <p>{t('preview.nobody-chosen')}</p>
        </Show>
        <Show when={refused()}>{(known) => <RefusalNotice refused={known()} />}</Show>
        <Show when={preview()}>
          {(known) => (
            <Show
              when={known().toAssign > 0}
              fallback={<p>{known().households === 0 ? t('preview.no-households') : t('preview.nothing')}</p>}
            >
              <PreviewFacts preview={known()} />
            </Show>
          )}
        </Show>
      </div>
      <Show when={preview()}>
        {(known) => (
          <Show when={known().toAssign > 0}>
            <PreviewTable preview={known()} />
            <div role="alert">
              <Show when={failed()}>{(why) => <RefusalNotice refused={why()} />}</Show>
            </div>
            <Show when={fits()}>
              <Button kind="main" busy={busy() || counting()} onPress={() => void commit()}>
                {t('preview.commit', { n: number(known().toAssign) })}
              </Button>
            </Show>
          </Show>
        )}
      </Show>
    </>
  );
};
