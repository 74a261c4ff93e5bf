import { A, createAsync, useNavigate, useSearchParams } from '@solidjs/router';
import { type Component, For, Show } from 'solid-js';
import { createStore } from 'solid-js/store';
import { addDays } from '../../../../../functions/platform/runtime/time.ts';
import { deviceRoutes } from '../../../../../functions/services/devices.contract.ts';
import { limits } from '../../../../../functions/services/services.words.ts';
import { call } from '../../../api/client.ts';
import { Button } from '../../../ui/button.tsx';
import { RadioGroup, SelectField } from '../../../ui/choice-field.tsx';
import { Fieldset } from '../../../ui/field.tsx';
import { PageHeader } from '../../../ui/page.tsx';
import { EmptyState } from '../../../ui/state.tsx';
import { DateField, TextArea } from '../../../ui/text-field.tsx';
import { showToast } from '../../../ui/toast.tsx';
import { CommandForm } from '../../forms/command-form.tsx';
import { createSubmission, type Submission } from '../../forms/submission.ts';
import { today } from '../../shell/days.ts';
import { type Desk, useDesk } from '../../shell/desk.ts';
import { emptyPerson, type PersonDraft, personBody } from '../person-draft.ts';
import { PersonFields, personLabels, personRefusals } from '../person-fields.tsx';
import { WholeField, wholeIn } from '../whole-field.tsx';
import { readAllStocks, readStock, type StockRow, showChangedHandout } from './devices.queries.ts';
import { devicesWords } from './devices.words.ts';

const { t } = devicesWords;
const row = deviceRoutes.handOut;

/** By months, as people say it; a day can be chosen instead. */
const presets = { '3': 91, '6': 182, '12': 365 } as const;
const presetNames = ['3', '6', '12'] as const;

const inDays = (preset: keyof typeof presets): string => addDays(today(), presets[preset]);

/** At the door: the device, name and number, two consents, and it is theirs. */
export const NewHandoutPage: Component = () => {
  const desk = useDesk();
  const [search] = useSearchParams();
  const stocks = createAsync(async () => {
    const node = desk.node();
    const named = search['stock'];
    if (node === undefined) return undefined;
    const [all, first] = await Promise.all([
      readAllStocks(node),
      typeof named === 'string' ? readStock(named) : undefined,
    ]);
    return offered(all, first);
  });
  return (
    <div class="stack">
      <p>
        <A href={desk.keepNode('/admin/services/devices')}>{t('stock.back')}</A>
      </p>
      <PageHeader title={t('new-hand-out.title')} lead={t('new-hand-out.lead')} />
      <Show when={stocks()}>
        {(known) => (
          <Show when={known().length > 0} fallback={<EmptyState title={t('new-hand-out.none')} />}>
            <NewHandoutForm stocks={known()} />
          </Show>
        )}
      </Show>
    </div>
  );
};

type Offered = Pick<StockRow, 'stock' | 'node' | 'kind' | 'now'>;

/** What is left anywhere; the one that was come from also where the list has not caught up with it. */
const offered = (all: readonly Offered[], first: Offered | undefined): readonly Offered[] =>
  [...(first ? [first] : []), ...all.filter(({ stock }) => stock !== first?.stock)].filter(
    ({ now }) => now.left > 0,
  );

const emptyDevice = { stock: '', how: 'lent', until: '', quantity: '1', note: '' };
type DeviceDraft = typeof emptyDevice;

const NewHandoutForm: Component<{ stocks: readonly Offered[] }> = (props) => {
  const desk = useDesk();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const named = props.stocks.find(({ stock }) => stock === search['stock']) ?? onlyOne(props.stocks);
  const [device, setDevice] = createStore({
    ...emptyDevice,
    stock: named?.stock ?? '',
    until: inDays('3'),
  });
  const [person, setPerson] = createStore({ ...emptyPerson });
  const submission = createSubmission({
    schema: row.body,
    fields: () => ({
      stock: t('new-hand-out.stock'),
      until: t('new-hand-out.until'),
      ...personLabels(),
      quantity: t('field.quantity'),
      note: t('new-hand-out.note'),
    }),
    fieldOf: {
      ...personRefusals,
      'service.not_found': 'stock',
      'device.none_left': 'stock',
      'service.day_not_possible': 'until',
    },
    send: (body, key) => call(row, { body, key }),
    done: ({ body }) => {
      showToast(t('new-hand-out.done'));
      showChangedHandout(body);
      navigate(desk.keepNode(`/admin/services/devices/handouts/${body.handout}`));
    },
  });
  const body = () => ({
    stock: device.stock || undefined,
    quantity: wholeIn(device.quantity),
    ...personBody(person, today()),
    until: device.how === 'lent' ? device.until : undefined,
    note: device.note || undefined,
  });
  return (
    <CommandForm submission={submission} body={body} submitLabel={t('new-hand-out.submit')}>
      <DeviceFields
        stocks={props.stocks}
        draft={device}
        change={(part) => setDevice(part)}
        errorOf={submission.errorOf}
      />
      <PersonFields
        draft={person}
        change={(part: Partial<PersonDraft>) => setPerson(part)}
        errorOf={submission.errorOf}
      />
      <Fieldset large legend={t('new-hand-out.more')}>
        <WholeField
          name="quantity"
          label={t('field.quantity')}
          value={device.quantity}
          onInput={(quantity) => setDevice({ quantity })}
          error={submission.errorOf('quantity')}
        />
        <TextArea
          optional
          name="note"
          label={t('new-hand-out.note')}
          hint={t('new-hand-out.note.hint')}
          rows={2}
          limit={limits.note}
          value={device.note}
          onInput={(note) => setDevice({ note })}
          error={submission.errorOf('note')}
        />
      </Fieldset>
    </CommandForm>
  );
};

const onlyOne = (stocks: readonly Offered[]): Offered | undefined =>
  stocks.length === 1 ? stocks[0] : undefined;

/** By depot; one's own is the only one for an officer of a town. */
const stockOptions = (stocks: readonly Offered[], desk: Desk) =>
  [...new Set(stocks.map(({ node }) => node))].map((depot) => ({
    label: desk.placeOf(depot),
    options: stocks
      .filter(({ node }) => node === depot)
      .map(({ stock, kind, now }) => ({
        value: stock,
        label: t('new-hand-out.stock.option', { kind: t(`kind.${kind}`), n: now.left }),
      })),
  }));

interface DeviceFieldsProps {
  stocks: readonly Offered[];
  draft: DeviceDraft;
  change: (part: Partial<DeviceDraft>) => void;
  errorOf: Submission['errorOf'];
}

const DeviceFields: Component<DeviceFieldsProps> = (props) => {
  const desk = useDesk();
  return (
    <Fieldset large legend={t('new-hand-out.device')}>
      <SelectField
        name="stock"
        label={t('new-hand-out.stock')}
        width="medium"
        options={stockOptions(props.stocks, desk)}
        value={props.draft.stock}
        onChange={(stock) => props.change({ stock })}
        error={props.errorOf('stock')}
      />
      <RadioGroup
        inline
        name="how"
        label={t('new-hand-out.how')}
        options={(['lent', 'given'] as const).map((value) => ({
          value,
          label: t(`new-hand-out.how.${value}`),
        }))}
        value={props.draft.how}
        onChange={(how) => props.change({ how })}
      />
      <Show when={props.draft.how === 'lent'}>
        <DateField
          name="until"
          label={t('new-hand-out.until')}
          min={today()}
          max={addDays(today(), limits.loanDays)}
          value={props.draft.until}
          onInput={(until) => props.change({ until })}
          error={props.errorOf('until')}
        />
        <div class="row">
          <For each={presetNames}>
            {(preset) => (
              <Button kind="quiet" onPress={() => props.change({ until: inDays(preset) })}>
                {t(`preset.${preset}`)}
              </Button>
            )}
          </For>
        </div>
      </Show>
    </Fieldset>
  );
};
