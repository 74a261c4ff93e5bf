import { A, createAsync } from '@solidjs/router';
import { type Component, Show } from 'solid-js';
import { addDays, type LocalDate } from '../../../../functions/platform/runtime/time.ts';
import { formatDate, formatMoment, formatNumber, formatRate } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { today } from '../shell/days.ts';
import { useDesk } from '../shell/desk.ts';
import { type CampaignView, readPlans, readProofs, readVisitFigures } from './campaigns.queries.ts';
import { campaignsWords } from './campaigns.words.ts';
import { villagesIn } from './place.ts';

const { t } = campaignsWords;

/** Days one reading of the figures can have. */
const figureDays = 92;

/** How many villages have their plan. */
export const PlansSummary: Component<{ view: CampaignView; node: string }> = (props) => {
  const desk = useDesk();
  const plans = createAsync(() => readPlans(props.view.campaign));
  const summary = () => {
    const villages = villagesIn(desk, props.node);
    const mine = (plans() ?? []).filter(({ village }) => villages.includes(village));
    const count = (status: string): number => mine.filter((plan) => plan.status === status).length;
    return {
      villages: villages.length,
      done: count('done'),
      running: count('running'),
      stopped: count('stopped'),
      none: villages.length - mine.length,
    };
  };
  return (
    <Show when={plans()}>
      <section class="campaign-panel" aria-labelledby="panel-plans">
        <h3 id="panel-plans">{t('plans.title')}</h3>
        <p>{t('plans.summary', summary())}</p>
        <p class="no-print">
          <A href={desk.keepNode(`/admin/campaigns/${props.view.campaign}/plan`)}>{t('plans.open')}</A>
        </p>
      </section>
    </Show>
  );
};

/** Whether the register and the plan were the same when they were last compared. */
export const LatestProof: Component<{ view: CampaignView }> = (props) => {
  const desk = useDesk();
  const proofs = createAsync(() => readProofs(props.view.campaign, undefined));
  return (
    <Show when={proofs()}>
      {(known) => (
        <section class="campaign-panel" aria-labelledby="panel-proof">
          <h3 id="panel-proof">{t('proof.latest')}</h3>
          <Show when={known().rows[0]} fallback={<p>{t('proof.none')}</p>}>
            {(proof) => (
              <>
                <p>
                  <strong>
                    {t('proof.result', {
                      examined: formatNumber(proof().examined, language()),
                      missing: formatNumber(proof().missing, language()),
                    })}
                  </strong>
                </p>
                <p class="soft">{t('proof.when', { when: formatMoment(proof().at, language()) })}</p>
              </>
            )}
          </Show>
          <p class="no-print">
            <A href={desk.keepNode(`/admin/campaigns/${props.view.campaign}/proof`)}>{t('proof.open')}</A>
          </p>
        </section>
      )}
    </Show>
  );
};

const later = (a: LocalDate, b: LocalDate): LocalDate => (a > b ? a : b);

/** Before work, after work, Sundays and holidays: of all visits of this place in the campaign's days. */
export const OffPeakShare: Component<{ view: CampaignView; node: string }> = (props) => {
  const desk = useDesk();
  const days = () => {
    const to = props.view.to < today() ? props.view.to : today();
    return { from: later(props.view.from, addDays(to, 1 - figureDays)), to };
  };
  const figures = createAsync(async () => {
    const { from, to } = days();
    return from > to ? undefined : readVisitFigures(props.node, from, to);
  });
  return (
    <Show when={figures()}>
      {(known) => (
        <section class="campaign-panel" aria-labelledby="panel-off-peak">
          <h3 id="panel-off-peak">{t('coverage.off-peak')}</h3>
          <p>
            <strong>{formatRate(known().total.offPeak, known().total.visits, language())}</strong>
          </p>
          <p class="soft">
            {t('coverage.off-peak.what', {
              from: formatDate(days().from, language()),
              to: formatDate(days().to, language()),
              node: desk.nameOf(props.node),
            })}
          </p>
        </section>
      )}
    </Show>
  );
};
