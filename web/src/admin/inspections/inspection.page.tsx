import { A, createAsync, useParams, useSearchParams } from '@solidjs/router';
import { type Component, createSignal, For, Show } from 'solid-js';
import { inspectionsContract } from '../../../../functions/inspections/inspections.contract.ts';
import { formatReference } from '../../../../functions/platform/contract/reference.rules.ts';
import { formatMoment, formatNumber } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { DescriptionList, type Fact } from '../../ui/facts.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { showToast } from '../../ui/toast.tsx';
import { codeOf, problemMessage } from '../messages/messages.ts';
import { read } from '../queries.ts';
import { useDesk } from '../shell/desk.ts';
import { CheckItemCard } from './check-item.tsx';
import { FinishAction, StartAction } from './inspection-actions.tsx';
import { daysWords, InspectionTag } from './inspection-words.tsx';
import { type CheckItem, type InspectionView, readInspection } from './inspections.queries.ts';
import { inspectionsWords } from './inspections.words.ts';
import { RatesView } from './rates.view.tsx';
import './inspections.css';

const { t } = inspectionsWords;

export const InspectionPage: Component = () => {
  const params = useParams<{ inspection: string }>();
  const desk = useDesk();
  const view = createAsync(() => readInspection(params.inspection));
  return (
    <Show when={view()}>
      {(known) => (
        <article class="inspection stack">
          <p class="no-print">
            <A href={desk.keepNode('/admin/inspections')}>{t('inspection.back')}</A>
          </p>
          <PageHeader
            title={t('inspection.title', { reference: formatReference(known().inspection) })}
            actions={
              <>
                <Show when={known().actions.includes('start')}>
                  <StartAction view={known()} />
                </Show>
                <Show when={known().actions.includes('finish')}>
                  <FinishAction view={known()} />
                </Show>
              </>
            }
          />
          <p>
            <InspectionTag state={known().state} />
          </p>
          <Show when={known().state === 'drawn'}>
            <Notice>{t('inspection.hidden')}</Notice>
          </Show>
          <Show when={!known().whole}>
            <Notice>{t('inspection.part')}</Notice>
          </Show>
          <Show when={known().state !== 'drawn'}>
            <section class="stack">
              <h2>{t('rates.title')}</h2>
              <RatesView
                rates={known().rates}
                casesOf={(of) =>
                  desk.keepNode(
                    `/admin/inspections/${known().inspection}?${new URLSearchParams(of).toString()}#sample`,
                  )
                }
              />
            </section>
          </Show>
          <Sample view={known()} />
          <Draw view={known()} />
        </article>
      )}
    </Show>
  );
};

/** The visits, all of them or those behind one rate. */
const Sample: Component<{ view: InspectionView }> = (props) => {
  const desk = useDesk();
  const [search] = useSearchParams();
  const shown = (): CheckItem[] =>
    props.view.items.filter(
      ({ village, by }) =>
        (search['village'] === undefined || search['village'] === village) &&
        (search['by'] === undefined || search['by'] === by.id),
    );
  const only = (): string | undefined => {
    const { village, by } = search;
    if (typeof village === 'string') return desk.nameOf(village);
    return typeof by === 'string' ? props.view.items.find((item) => item.by.id === by)?.by.name : undefined;
  };
  const done = (): number => props.view.items.filter(({ findings }) => findings !== undefined).length;
  return (
    <section class="stack" id="sample">
      <h2>{t('items.title')}</h2>
      <p class="row soft">
        <span>{t('items.progress', { done: done(), all: props.view.items.length })}</span>
        <Show when={only()}>
          {(name) => (
            <>
              <span>{t('items.of', { name: name() })}</span>
              <A href={desk.keepNode(`/admin/inspections/${props.view.inspection}`)}>{t('items.all')}</A>
            </>
          )}
        </Show>
      </p>
      <Show when={shown().length > 0} fallback={<p>{t('items.none')}</p>}>
        <ol class="check-items">
          <For each={shown()}>
            {(item) => (
              <li>
                <CheckItemCard inspection={props.view.inspection} item={item} />
              </li>
            )}
          </For>
        </ol>
      </Show>
    </section>
  );
};

const byAt = (by: { readonly name: string } | undefined, at: string | undefined): string | undefined =>
  by && at && t('inspection.by-at', { name: by.name, when: formatMoment(at, language()) });

const fact = (term: string, value: string | undefined): Fact[] =>
  value === undefined ? [] : [{ term, value }];

/** How it was drawn, and whether it still comes out the same. */
const Draw: Component<{ view: InspectionView }> = (props) => {
  const desk = useDesk();
  const facts = (): Fact[] => {
    const { view } = props;
    return [
      ...fact(t('inspection.node'), desk.placeOf(view.node)),
      ...fact(t('inspection.days'), daysWords(view)),
      ...fact(
        t('inspection.population'),
        t('inspection.population.value', {
          n: formatNumber(view.population, language()),
          when: formatMoment(view.populationUntil, language()),
        }),
      ),
      ...fact(
        t('inspection.strata'),
        view.strata
          .map(({ village, population, drawn }) => `${desk.nameOf(village)} ${drawn}/${population}`)
          .join('\n'),
      ),
      ...fact(t('inspection.seed'), view.seed),
      ...fact(t('inspection.note'), view.note),
      ...fact(t('inspection.drawn'), byAt(view.drawnBy, view.drawnAt)),
      ...fact(t('inspection.started'), byAt(view.startedBy, view.startedAt)),
      ...fact(t('inspection.finished'), byAt(view.finishedBy, view.finishedAt)),
      ...fact(t('inspection.conclusion'), view.conclusion),
    ];
  };
  return (
    <section class="stack">
      <h2>{t('inspection.facts')}</h2>
      <DescriptionList facts={facts()} />
      <Show when={props.view.whole}>
        <Verify inspection={props.view.inspection} />
      </Show>
    </section>
  );
};

const Verify: Component<{ inspection: string }> = (props) => {
  const [busy, setBusy] = createSignal(false);
  const [verdict, setVerdict] = createSignal<{ readonly tone: 'ok' | 'bad'; readonly words: string }>();
  const verify = async (): Promise<void> => {
    setBusy(true);
    try {
      const { body } = await read(inspectionsContract.routes.verification, {
        params: { inspection: props.inspection },
      });
      setVerdict(
        body.sameSample && body.samePopulation
          ? { tone: 'ok', words: t('inspection.verified') }
          : {
              tone: 'bad',
              words: t(body.samePopulation ? 'inspection.verified.sample' : 'inspection.verified.population'),
            },
      );
    } catch (thrown) {
      showToast(t('failed', { why: problemMessage(codeOf(thrown)) }), 'bad');
    } finally {
      setBusy(false);
    }
  };
  return (
    <div class="stack no-print" aria-live="polite">
      <div class="row">
        <Button busy={busy()} onPress={() => void verify()}>
          {busy() ? t('inspection.verify.busy') : t('inspection.verify')}
        </Button>
      </div>
      <Show when={verdict()}>{(known) => <Notice tone={known().tone}>{known().words}</Notice>}</Show>
    </div>
  );
};
