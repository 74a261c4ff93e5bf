import { A, createAsync, useParams } from '@solidjs/router';
import { type Component, Show } from 'solid-js';
import { DescriptionList } from '../../ui/facts.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { useDesk } from '../shell/desk.ts';
import { CheckForm } from './check.form.tsx';
import { claimedFacts } from './check-item.tsx';
import { readInspection } from './inspections.queries.ts';
import { inspectionsWords } from './inspections.words.ts';
import './inspections.css';

const { t } = inspectionsWords;

/** One visit at a time, in one column: what an inspector has in hand at the door. */
export const CheckPage: Component = () => {
  const params = useParams<{ inspection: string; n: string }>();
  const desk = useDesk();
  const view = createAsync(() => readInspection(params.inspection));
  const item = () => view()?.items.find(({ n }) => String(n) === params.n);
  return (
    <div class="stack reading">
      <p class="no-print">
        <A href={desk.keepNode(`/admin/inspections/${params.inspection}`)}>{t('check.back')}</A>
      </p>
      <Show when={view()}>
        <Show when={item()} keyed fallback={<Notice tone="warn">{t('check.none')}</Notice>}>
          {(known) => (
            <>
              <PageHeader title={t('check.title', { n: known.n })} lead={known.address} />
              <DescriptionList facts={claimedFacts(known, desk.nameOf)} />
              <Show when={known.mayCheck} fallback={<Notice tone="warn">{t('check.none')}</Notice>}>
                <CheckForm inspection={params.inspection} item={known} />
              </Show>
            </>
          )}
        </Show>
      </Show>
    </div>
  );
};
