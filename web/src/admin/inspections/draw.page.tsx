import { createAsync, useNavigate } from '@solidjs/router';
import { type Component, Show } from 'solid-js';
import { createStore } from 'solid-js/store';
import * as v from 'valibot';
import { inspectors } from '../../../../functions/inspections/inspections.actions.ts';
import { inspectionsContract } from '../../../../functions/inspections/inspections.contract.ts';
import { limits } from '../../../../functions/inspections/inspections.words.ts';
import { isWithin } from '../../../../functions/platform/contract/roles.ts';
import { call } from '../../api/client.ts';
import { SelectField } from '../../ui/choice-field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { DateField, TextField } from '../../ui/text-field.tsx';
import { showToast } from '../../ui/toast.tsx';
import { CommandForm } from '../forms/command-form.tsx';
import { createSubmission } from '../forms/submission.ts';
import { codeOf, problemMessage } from '../messages/messages.ts';
import { today } from '../shell/days.ts';
import { useDesk } from '../shell/desk.ts';
import { readPopulation, renewInspection } from './inspections.queries.ts';
import { inspectionsWords } from './inspections.words.ts';
import './inspections.css';

const { t } = inspectionsWords;
const row = inspectionsContract.routes.draw;
const usualSize = 10;

interface Stratum {
  readonly village: string;
  readonly population: number;
  readonly drawn: number;
}

export const DrawPage: Component = () => {
  const desk = useDesk();
  return (
    <div class="stack">
      <PageHeader title={t('draw.title')} lead={t('draw.lead')} />
      <Show when={desk.holds(...inspectors)} fallback={<Notice>{t('draw.none')}</Notice>}>
        <section class="reading stack">
          <h2>{t('draw.how')}</h2>
          <ol class="how-drawn">
            <li>{t('draw.how.1')}</li>
            <li>{t('draw.how.2')}</li>
            <li>{t('draw.how.3')}</li>
          </ol>
        </section>
        <DrawForm />
      </Show>
    </div>
  );
};

const DrawForm: Component = () => {
  const desk = useDesk();
  const navigate = useNavigate();
  const opened: string = today();
  const [draft, setDraft] = createStore({
    node: '',
    from: opened,
    to: opened,
    size: String(usualSize),
    note: '',
  });
  const node = (): string => draft.node || (desk.node() ?? '');
  const areas = () =>
    desk
      .nodes()
      .filter(({ kind, path }) => kind !== 'department' && isWithin(path, desk.session()?.scope ?? ''))
      .map(({ path }) => ({ value: path, label: desk.placeOf(path) }));
  const body = () => ({
    node: node(),
    from: draft.from,
    to: draft.to,
    size: draft.size.trim() === '' ? undefined : Number(draft.size),
    ...(draft.note.trim() === '' ? {} : { note: draft.note }),
  });
  const submission = createSubmission({
    schema: row.body,
    fields: () => ({
      node: t('draw.node'),
      from: t('draw.from'),
      to: t('draw.to'),
      size: t('draw.size'),
      note: t('draw.note'),
    }),
    fieldOf: {
      'inspection.node_unknown': 'node',
      'inspection.too_wide': 'to',
      'inspection.population_empty': 'from',
      'access.scope': 'node',
    },
    send: (sent, key) => call(row, { body: sent, key }),
    done: ({ body: drawn }) => {
      showToast(t('draw.done'));
      void renewInspection();
      navigate(desk.keepNode(`/admin/inspections/${drawn.inspection}`));
    },
  });
  const { errorOf } = submission;
  return (
    <CommandForm submission={submission} body={body} submitLabel={t('draw.submit')}>
      <SelectField
        name="node"
        label={t('draw.node')}
        options={areas()}
        emptyLabel=""
        value={node()}
        onChange={(value) => setDraft('node', value)}
        error={errorOf('node')}
        width="medium"
      />
      <div class="row">
        <DateField
          name="from"
          label={t('draw.from')}
          max={today()}
          value={draft.from}
          onInput={(value) => setDraft('from', value)}
          error={errorOf('from')}
        />
        <DateField
          name="to"
          label={t('draw.to')}
          max={today()}
          value={draft.to}
          onInput={(value) => setDraft('to', value)}
          error={errorOf('to')}
        />
      </div>
      <TextField
        name="size"
        label={t('draw.size')}
        hint={t('draw.size.hint', { n: limits.size })}
        inputmode="numeric"
        width="short"
        value={draft.size}
        onInput={(value) => setDraft('size', value)}
        error={errorOf('size')}
      />
      <TextField
        optional
        name="note"
        label={t('draw.note')}
        value={draft.note}
        onInput={(value) => setDraft('note', value)}
        error={errorOf('note')}
      />
      <Population node={node()} from={draft.from} to={draft.to} size={draft.size} />
    </CommandForm>
  );
};

interface PopulationProps {
  node: string;
  from: string;
  to: string;
  size: string;
}

/** What would be drawn from, as the form is filled in now; nobody is named before the draw. */
const Population: Component<PopulationProps> = (props) => {
  const desk = useDesk();
  const population = createAsync(async () => {
    const { node, from, to, size } = props;
    if (!v.is(row.body, { node, from, to, size: Number(size) }) || to > today()) return undefined;
    try {
      return await readPopulation(node, from, to, String(Number(size)));
    } catch (thrown) {
      // Whoever has to sign in first is led there.
      if (thrown instanceof Response) throw thrown;
      return { refused: problemMessage(codeOf(thrown)) };
    }
  });
  const known = () => {
    const answer = population.latest;
    return answer === undefined || 'refused' in answer ? undefined : answer;
  };
  const refused = (): string => {
    const answer = population.latest;
    return answer !== undefined && 'refused' in answer ? answer.refused : t('draw.preview.failed');
  };
  const columns: readonly Column<Stratum>[] = [
    {
      key: 'village',
      header: t('draw.village'),
      isRowHeader: true,
      cell: ({ village }) => desk.placeOf(village),
    },
    { key: 'population', header: t('draw.population'), align: 'end', cell: (row) => row.population },
    { key: 'drawn', header: t('draw.drawn'), align: 'end', cell: (row) => row.drawn },
  ];
  return (
    <section class="stack population" aria-live="polite">
      <Show when={known()} fallback={<p class="soft">{refused()}</p>}>
        {(answer) => (
          <Show
            when={answer().population > 0}
            fallback={<Notice tone="warn">{t('draw.preview.empty')}</Notice>}
          >
            <Table caption={t('draw.preview')} columns={columns} rows={answer().strata} />
            <p>{t('draw.preview.total', { population: answer().population, drawn: answer().drawn })}</p>
          </Show>
        )}
      </Show>
    </section>
  );
};
