import { A, createAsync, useParams } from '@solidjs/router';
import { type Component, createResource, Match, Show, Switch } from 'solid-js';
import { formatMoment } from '../../../lib/format.ts';
import { language } from '../../../lib/i18n/i18n.ts';
import { DescriptionList } from '../../../ui/facts.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page.tsx';
import { LoadingState } from '../../../ui/state.tsx';
import { useDesk } from '../../shell/desk.ts';
import { type ImportView, readImport } from '../households.queries.ts';
import { householdsWords } from '../households.words.ts';
import { CheckStep } from './check-step.tsx';
import { type KeptImport, readKept } from './kept-imports.ts';
import { LoadStep } from './load-step.tsx';
import { ResultStep } from './result-step.tsx';
import '../households.css';
import './import.css';

const { t } = householdsWords;

/** One file on its way into the register, wherever it stands: looked through, being loaded, or done. */
export const ImportPage: Component = () => {
  const params = useParams<{ import: string }>();
  const desk = useDesk();
  const view = createAsync(() => readImport(params.import));
  return (
    <Show when={view()}>
      {(known) => (
        <div class="stack">
          <p class="no-print">
            <A href={desk.keepNode('/admin/households/imports')}>{t('import.back')}</A>
          </p>
          <PageHeader title={t('import.page.title', { file: known().fileName })} />
          <DescriptionList
            facts={[
              { term: t('household.village'), value: desk.placeOf(known().village) },
              { term: t('imports.rows'), value: String(known().rows) },
              { term: t('imports.by'), value: known().by.name },
              { term: t('imports.at'), value: formatMoment(known().createdAt, language()) },
            ]}
          />
          <Steps view={known()} />
        </div>
      )}
    </Show>
  );
};

const Steps: Component<{ view: ImportView }> = (props) => {
  const desk = useDesk();
  const [kept, { refetch }] = createResource(
    () => desk.session()?.staffId,
    // A private window has no memory to ask: it is as if another computer had the file.
    (staffId) => readKept(props.view.import, staffId).catch(() => undefined),
  );
  const open = (): KeptImport | undefined => (props.view.status === 'open' ? kept.latest : undefined);
  return (
    <Show when={kept.state !== 'pending'} fallback={<LoadingState lines={3} />}>
      <Switch fallback={<Notice tone="warn">{t('import.elsewhere', { n: props.view.through })}</Notice>}>
        <Match when={props.view.status === 'completed'}>
          <ResultStep view={props.view} />
        </Match>
        <Match when={open()?.loading && open()}>
          {(known) => <LoadStep view={props.view} kept={known()} />}
        </Match>
        <Match when={open()}>
          {(known) => <CheckStep view={props.view} kept={known()} onLoad={() => void refetch()} />}
        </Match>
      </Switch>
    </Show>
  );
};
