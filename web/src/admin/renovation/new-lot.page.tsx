import { A, createAsync, useNavigate } from '@solidjs/router';
import { type Component, createSignal, For, Show } from 'solid-js';
import { formatReference } from '../../../../functions/platform/contract/reference.rules.ts';
import { renovationContract } from '../../../../functions/renovation/renovation.contract.ts';
import { limits } from '../../../../functions/renovation/renovation.words.ts';
import { call } from '../../api/client.ts';
import { formatYuan } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { CheckboxField } from '../../ui/choice-field.tsx';
import { Fieldset } from '../../ui/field.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { EmptyState } from '../../ui/state.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { showToast } from '../../ui/toast.tsx';
import { CommandForm } from '../forms/command-form.tsx';
import { createSubmission } from '../forms/submission.ts';
import { useDesk } from '../shell/desk.ts';
import { PeopleField } from './actions/appointment.action.tsx';
import {
  type RenovationPage,
  type RenovationRow,
  readRenovations,
  showChangedLot,
} from './renovation.queries.ts';
import { renovationMoneyWords } from './renovation.words.ts';
import { itemsWords } from './renovation-marks.tsx';
import './renovation.css';

const { t } = renovationMoneyWords;
const row = renovationContract.routes.assign;

/** Homes of a place that are ready, to be given to one contractor. */
export const NewLotPage: Component = () => {
  const desk = useDesk();
  const ready = createAsync(async () => {
    const node = desk.node();
    return node === undefined ? undefined : { node, page: await readRenovations(node, 'ready', undefined) };
  });
  return (
    <div class="stack">
      <p class="no-print">
        <A href={desk.keepNode('/admin/renovation-lots')}>{t('new.back')}</A>
      </p>
      <PageHeader title={t('new.title')} lead={t('new.lead')} />
      <Show when={ready()} keyed>
        {(known) => (
          <Show
            when={known.page.rows.length > 0}
            fallback={
              <EmptyState title={t('new.homes.none', { node: desk.placeOf(known.node) })}>
                <p>{t('new.homes.none.text')}</p>
              </EmptyState>
            }
          >
            <NewLotForm {...known} />
          </Show>
        )}
      </Show>
    </div>
  );
};

const NewLotForm: Component<{ node: string; page: RenovationPage }> = (props) => {
  const desk = useDesk();
  const navigate = useNavigate();
  const [name, setName] = createSignal('');
  const [contractor, setContractor] = createSignal('');
  const [chosen, setChosen] = createSignal<readonly string[]>([]);
  const [later, setLater] = createSignal<readonly RenovationPage[]>([]);
  const [isLoading, setLoading] = createSignal(false);
  const homes = () => [props.page, ...later()].flatMap(({ rows }) => rows);
  const next = () => (later().at(-1) ?? props.page).next;
  const loadMore = async (): Promise<void> => {
    setLoading(true);
    try {
      const page = await readRenovations(props.node, 'ready', next());
      setLater((before) => [...before, page]);
    } finally {
      setLoading(false);
    }
  };
  const submission = createSubmission({
    schema: row.body,
    fields: () => ({
      name: t('new.name'),
      contractor: t('new.contractor'),
      renovations: t('new.homes.label'),
    }),
    fieldOf: {
      'renovation.contractor_unknown': 'contractor',
      'renovation.not_ready': 'renovations',
      'renovation.not_found': 'renovations',
    },
    send: (body, key) => call(row, { body, key }),
    done: ({ body }) => {
      showToast(t('new.done'));
      showChangedLot(body);
      navigate(desk.keepNode(`/admin/renovation-lots/${body.lot}`));
    },
  });
  const { errorOf } = submission;
  const labelOf = (home: RenovationRow): string =>
    t('new.home', {
      reference: formatReference(home.reference),
      name: home.name,
      village: desk.placeOf(home.village),
      items: itemsWords(home.items),
      amount: formatYuan(home.amount ?? 0, language()),
    });
  return (
    <CommandForm
      submission={submission}
      submitLabel={t('new.submit')}
      body={() => ({
        ...{ name: name(), node: props.node, contractor: contractor() || undefined },
        renovations: chosen(),
      })}
    >
      <TextField
        name="name"
        label={t('new.name')}
        hint={t('new.name.hint')}
        width="medium"
        value={name()}
        onInput={setName}
        error={errorOf('name')}
      />
      <PeopleField
        name="contractor"
        label={t('new.contractor')}
        place={props.node}
        only={(person) => person.contractor}
        value={contractor()}
        onChange={setContractor}
        error={errorOf('contractor')}
      />
      <Fieldset legend={t('new.homes', { n: chosen().length, most: limits.lot })}>
        <For each={homes()}>
          {(home, index) => (
            <CheckboxField
              // The error summary leads to the first of them.
              name={index() === 0 ? 'renovations' : `home.${home.reference}`}
              label={labelOf(home)}
              checked={chosen().includes(home.reference)}
              onChange={(on) =>
                setChosen(
                  on ? [...chosen(), home.reference] : chosen().filter((each) => each !== home.reference),
                )
              }
              error={index() === 0 ? errorOf('renovations') : undefined}
            />
          )}
        </For>
        <div class="stack renovation-more">
          <p class="soft" role="status">
            {t('new.shown', { n: homes().length })}
          </p>
          <Show when={next() !== undefined}>
            <Button busy={isLoading()} onPress={() => void loadMore()}>
              {t('new.more')}
            </Button>
          </Show>
        </div>
      </Fieldset>
    </CommandForm>
  );
};
