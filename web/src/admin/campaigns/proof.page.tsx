import { createAsync, revalidate, useSearchParams } from '@solidjs/router';
import { type Component, createSignal, Show } from 'solid-js';
import { campaignsContract } from '../../../../functions/campaigns/campaigns.contract.ts';
import { call, newKey } from '../../api/client.ts';
import { formatDate, formatMoment, formatNumber } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { DescriptionList } from '../../ui/facts.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SubNav } from '../../ui/page.tsx';
import { EmptyState } from '../../ui/state.tsx';
import { showToast } from '../../ui/toast.tsx';
import { dayIn } from '../shell/days.ts';
import { CampaignFrame } from './campaign-frame.tsx';
import { type CampaignView, type ProofView, readProof, readProofs } from './campaigns.queries.ts';
import { campaignsWords } from './campaigns.words.ts';
import { hrefWith } from './place.ts';
import { RefusalNotice, type Refused, refusedBy } from './plan-preview.tsx';
import { HouseholdsFound, PeopleLeft, VillageProofs } from './proof-tables.tsx';

const { t } = campaignsWords;
const row = campaignsContract.routes.prove;
const number = (value: number): string => formatNumber(value, language());

/** Days of earlier proofs offered beside the latest. */
const daysOffered = 14;

/** "12,431 examined, 0 missing", with everything that is not as it should be by name. */
export const ProofPage: Component = () => (
  <CampaignFrame part="proof">{(view) => <Proofs view={view} />}</CampaignFrame>
);

const Proofs: Component<{ view: CampaignView }> = (props) => {
  const [search] = useSearchParams();
  const [busy, setBusy] = createSignal(false);
  const [refused, setRefused] = createSignal<Refused>();
  let key = newKey();
  const proofs = createAsync(() => readProofs(props.view.campaign, undefined));
  /** Made just now: the list follows a moment later. */
  const [made, setMade] = createSignal<ProofView>();
  const days = (): readonly string[] => {
    const listed = (proofs()?.rows ?? []).map((each) => String(each.day));
    const fresh = made()?.day;
    return fresh === undefined || listed.includes(fresh) ? listed : [fresh, ...listed];
  };
  const day = (): string | undefined => dayIn(search['day']) ?? days()[0];
  const proof = createAsync(async () => {
    const wanted = day();
    if (wanted === undefined) return undefined;
    const fresh = made();
    return fresh?.day === wanted ? fresh : readProof(props.view.campaign, wanted);
  });
  const prove = async (): Promise<void> => {
    if (busy()) return;
    setBusy(true);
    setRefused(undefined);
    const { campaign } = props.view;
    try {
      const { body } = await call(row, { params: { campaign }, body: {}, key });
      key = newKey();
      setMade(body);
      void revalidate([readProofs.key, readProof.keyFor(campaign, body.day)]);
      showToast(t('proof.done'));
    } catch (thrown) {
      setRefused(refusedBy(thrown));
    } finally {
      setBusy(false);
    }
  };
  return (
    <section class="stack" aria-labelledby="proof">
      <h2 id="proof">{t('proof.title')}</h2>
      <p class="reading">{t('proof.lead')}</p>
      <Show when={props.view.mayKeep && props.view.state === 'running'}>
        <div class="row no-print">
          <Button busy={busy()} onPress={() => void prove()}>
            {busy() ? t('proof.running') : t('proof.run')}
          </Button>
        </div>
      </Show>
      <div role="alert">
        <Show when={refused()}>{(why) => <RefusalNotice refused={why()} />}</Show>
      </div>
      <Show when={proofs()}>
        <Show
          when={days().length > 0}
          fallback={
            <EmptyState title={t('proof.none')}>
              <p>{t('proof.none.text')}</p>
            </EmptyState>
          }
        >
          <Show when={days().length > 1}>
            <SubNav
              label={t('proof.days')}
              items={days()
                .slice(0, daysOffered)
                .map((each) => ({
                  href: hrefWith(`/admin/campaigns/${props.view.campaign}/proof`, {
                    node: typeof search['node'] === 'string' ? search['node'] : undefined,
                    day: each,
                  }),
                  label: each,
                  current: each === day(),
                }))}
            />
          </Show>
          <Show when={proof()}>{(found) => <Proof view={props.view} proof={found()} />}</Show>
        </Show>
      </Show>
    </section>
  );
};

const Proof: Component<{ view: CampaignView; proof: ProofView }> = (props) => {
  const isClean = (): boolean => {
    const { missing, gone, left } = props.proof;
    return missing + gone + left === 0;
  };
  return (
    <>
      <Notice
        tone={props.proof.missing === 0 ? 'ok' : 'bad'}
        title={t('proof.result', {
          examined: number(props.proof.examined),
          missing: number(props.proof.missing),
        })}
      >
        <p>{t('proof.when', { when: formatMoment(props.proof.at, language()) })}</p>
        <Show when={isClean()}>
          <p>{t('proof.clean')}</p>
        </Show>
      </Notice>
      <DescriptionList
        facts={[
          { term: t('proof.day'), value: formatDate(props.proof.day, language()) },
          { term: t('proof.examined'), value: number(props.proof.examined) },
          { term: t('proof.missing'), value: number(props.proof.missing) },
          { term: t('proof.new-doors'), value: number(props.proof.newDoors) },
          { term: t('proof.gone'), value: number(props.proof.gone) },
          { term: t('proof.left'), value: number(props.proof.left) },
          { term: t('proof.doubles'), value: t('proof.doubles.why') },
        ]}
      />
      <p class="soft">{t('proof.scope-note')}</p>
      <HouseholdsFound
        title={t('proof.missing')}
        of={props.proof.missing}
        rows={props.proof.missingHouseholds}
      />
      <HouseholdsFound
        title={t('proof.new-doors')}
        of={props.proof.newDoors}
        rows={props.proof.newDoorHouseholds}
      />
      <HouseholdsFound title={t('proof.gone')} of={props.proof.gone} rows={props.proof.goneHouseholds} />
      <PeopleLeft view={props.view} rows={props.proof.leftPeople} />
      <VillageProofs view={props.view} rows={props.proof.villages} />
    </>
  );
};
