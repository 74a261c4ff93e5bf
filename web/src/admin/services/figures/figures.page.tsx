import { createAsync, useNavigate, useSearchParams } from '@solidjs/router';
import { type Component, Show } from 'solid-js';
import { thingReaders } from '../../../../../functions/services/services.actions.ts';
import { SelectField } from '../../../ui/choice-field.tsx';
import { DescriptionList } from '../../../ui/facts.tsx';
import { LoadingState } from '../../../ui/state.tsx';
import { useDesk } from '../../shell/desk.ts';
import { SlotBoundary } from '../../shell/desk-boundary.tsx';
import { LedgerHead } from '../ledger-head.tsx';
import { readServiceFigures, type ServiceFigures } from '../services.queries.ts';
import { yearNamed, yearsToLookAt } from '../years.ts';
import { BelowPart } from './below.tsx';
import { serviceFiguresWords } from './figures.words.ts';
import { number } from './figures-marks.tsx';
import { EventKinds, Kinds } from './kinds.tsx';
import { BatchesPart, CentresPart } from './ledgers.tsx';
import { YearPart } from './year.tsx';

const { t } = serviceFiguresWords;

/** What the services of a year came to at a place, by kind and by place; each figure opens what is behind it. */
export const ServiceFiguresPage: Component = () => {
  const desk = useDesk();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const year = (): number => yearNamed(search['year']);
  const figures = createAsync(async () => {
    const of = year();
    const node = desk.node();
    return node === undefined ? undefined : readServiceFigures(node, of);
  });
  return (
    <div class="stack-large">
      <div class="stack">
        <LedgerHead ledger="figures" title={t('title', { year: String(year()) })} lead={t('lead')} />
        <SelectField
          name="year"
          label={t('year')}
          emptyLabel=""
          width="short"
          options={yearsToLookAt().map((each) => ({
            value: String(each),
            label: t('year.of', { year: String(each) }),
          }))}
          value={String(year())}
          onChange={(value) =>
            navigate(desk.keepNode(`/admin/services/figures?year=${value}`), { scroll: false })
          }
        />
      </div>
      <Show when={figures()}>
        {(known) => (
          <>
            <NowPart figures={known()} />
            <YearPart figures={known()} />
            <Kinds figures={known()} />
            <EventKinds figures={known()} />
          </>
        )}
      </Show>
      <SlotBoundary fallback={<LoadingState lines={3} />}>
        <BelowPart year={year()} />
      </SlotBoundary>
      <Show when={desk.holds(...thingReaders)}>
        <SlotBoundary fallback={<LoadingState lines={3} />}>
          <CentresPart />
        </SlotBoundary>
        <SlotBoundary fallback={<LoadingState lines={3} />}>
          <BatchesPart />
        </SlotBoundary>
      </Show>
    </div>
  );
};

const NowPart: Component<{ figures: ServiceFigures }> = (props) => {
  const now = () => props.figures.now;
  return (
    <section class="stack" aria-labelledby="figures-now">
      <h2 id="figures-now">{t('now.title')}</h2>
      <DescriptionList
        facts={[
          { term: t('now.centres'), value: number(now().centres) },
          {
            term: t('now.members'),
            value: t('of', { part: number(now().members), whole: number(now().capacity) }),
          },
          { term: t('now.lent'), value: number(now().lent) },
        ]}
      />
    </section>
  );
};
