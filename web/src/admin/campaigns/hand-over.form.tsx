import { type Component, createSignal, For, onCleanup, Show } from 'solid-js';
import { createStore } from 'solid-js/store';
import { campaignsContract } from '../../../../functions/campaigns/campaigns.contract.ts';
import type { ResponseOf } from '../../../../functions/platform/contract/route.ts';
import { call, newKey } from '../../api/client.ts';
import { formatNumber } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { SelectField } from '../../ui/choice-field.tsx';
import { GroupFrame } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { DateField } from '../../ui/text-field.tsx';
import { CommandForm } from '../forms/command-form.tsx';
import { createSubmission } from '../forms/submission.ts';
import type { AreaView } from '../households/households.queries.ts';
import { fieldMessage } from '../messages/messages.ts';
import { today } from '../shell/days.ts';
import { type CampaignView, type PersonRow, renewAssignments } from './campaigns.queries.ts';
import { planWords } from './campaigns.words.ts';

const { t } = planWords;
const row = campaignsContract.routes.reassignments;
type Taker = ResponseOf<typeof row>['to'][number];

export interface Giver {
  readonly staffId: string;
  readonly label: string;
}

/** What all requests together have moved. */
interface HandedOver {
  readonly moved: number;
  readonly left: number;
  readonly to: readonly Taker[];
}

const nothingYet: HandedOver = { moved: 0, left: 0, to: [] };

const add = (before: HandedOver, { moved, left, to }: HandedOver): HandedOver => {
  const gets = new Map(before.to.map((taker) => [taker.staffId, taker]));
  for (const taker of to) {
    const had = gets.get(taker.staffId)?.gets ?? 0;
    gets.set(taker.staffId, { ...taker, gets: had + taker.gets });
  }
  return { moved: before.moved + moved, left, to: [...gets.values()] };
};

export interface HandOverFormProps {
  view: CampaignView;
  village: string;
  givers: readonly Giver[];
  /** Whom the address names. */
  from: string;
  people: readonly PersonRow[];
  areas: readonly AreaView[];
}

export const HandOverForm: Component<HandOverFormProps> = (props) => {
  const [draft, setDraft] = createStore<{
    from: string;
    to: string[];
    area: string;
    firstDay: string;
    lastDay: string;
  }>({ from: props.from, to: [], area: '', firstDay: '', lastDay: '' });
  const [progress, setProgress] = createSignal<HandedOver>(nothingYet);
  const [isDone, setDone] = createSignal(false);
  let isLeft = false;
  onCleanup(() => {
    isLeft = true;
  });
  /** Of the request now under way: stays until it was answered, so that trying again moves nothing twice. */
  let key = newKey();

  const givenTo = (): string[] => draft.to.filter((staffId) => staffId !== draft.from);
  const nameOf = (id: string | undefined): string | undefined =>
    props.people.find(({ staffId }) => staffId === id)?.name;

  const submission = createSubmission({
    schema: row.body,
    fields: () => ({
      from: t('hand-over.from'),
      to: t('hand-over.to'),
      area: t('hand-over.area'),
      'days.from': t('hand-over.days.from'),
      'days.to': t('hand-over.days.to'),
    }),
    fieldOf: {
      'campaign.person_is_giver': 'to',
      'campaign.person_unknown': 'to',
      'campaign.person_not_active': 'to',
      'campaign.person_not_in_scope': 'to',
    },
    tell: ({ path, code, n }) => {
      if (code === 'campaign.not_enough_days') return t('refused.short', { short: n });
      const name = /^to\.\d+$/.test(path) && nameOf(givenTo()[Number(path.slice(3))]);
      return name ? t('refused.person', { name, why: fieldMessage(code, n) }) : undefined;
    },
    send: async (body) => {
      setDone(false);
      if (progress().left === 0) setProgress(nothingYet);
      do {
        const answer = await call(row, { params: { campaign: props.view.campaign }, body, key });
        setProgress((before) => add(before, answer.body));
        key = newKey();
        if (answer.body.moved === 0) break;
      } while (progress().left > 0 && !isLeft);
    },
    done: () => {
      setDone(true);
      void renewAssignments();
    },
  });
  const { errorOf } = submission;
  const days = () => {
    const { firstDay, lastDay } = draft;
    if (firstDay === '' && lastDay === '') return {};
    return { days: { from: firstDay || props.view.from, to: lastDay || props.view.to } };
  };
  const body = () => ({
    village: props.village,
    from: draft.from || undefined,
    to: givenTo(),
    ...(draft.area === '' ? {} : { area: draft.area }),
    ...days(),
  });
  const takers = (): readonly PersonRow[] => props.people.filter(({ staffId }) => staffId !== draft.from);
  const give = (staffId: string, takes: boolean): void =>
    setDraft('to', (before) => [...before.filter((each) => each !== staffId), ...(takes ? [staffId] : [])]);
  return (
    <>
      <CommandForm submission={submission} body={body} submitLabel={t('hand-over.submit')}>
        <SelectField
          name="from"
          label={t('hand-over.from')}
          options={props.givers.map(({ staffId, label }) => ({ value: staffId, label }))}
          value={draft.from}
          onChange={(value) => setDraft('from', value)}
          error={errorOf('from')}
          width="medium"
        />
        <GroupFrame
          field={{
            name: 'to',
            label: t('hand-over.to'),
            hint: t('hand-over.to.hint'),
            error: errorOf('to'),
          }}
        >
          <div class="choices">
            <For each={takers()}>
              {(person, index) => (
                <label class="choice">
                  <input
                    type="checkbox"
                    // The error summary leads to the first answer.
                    id={index() === 0 ? 'field-to' : undefined}
                    checked={draft.to.includes(person.staffId)}
                    onChange={(event) => give(person.staffId, event.currentTarget.checked)}
                  />
                  <span class="choice-text">
                    {t('hand-over.from.has', { name: person.name, n: person.assigned - person.visited })}
                  </span>
                </label>
              )}
            </For>
          </div>
        </GroupFrame>
        <Show when={props.areas.length > 0}>
          <SelectField
            name="area"
            label={t('hand-over.area')}
            optional
            options={props.areas.map(({ area, name }) => ({ value: area, label: name }))}
            emptyLabel={t('hand-over.area.all')}
            value={draft.area}
            onChange={(value) => setDraft('area', value)}
            error={errorOf('area')}
            width="medium"
          />
        </Show>
        <DateField
          name="days.from"
          label={`${t('hand-over.days')}：${t('hand-over.days.from')}`}
          optional
          min={props.view.from}
          max={props.view.to}
          value={draft.firstDay}
          onInput={(value) => setDraft('firstDay', value)}
          error={errorOf('days.from')}
        />
        <DateField
          name="days.to"
          label={`${t('hand-over.days')}：${t('hand-over.days.to')}`}
          optional
          min={draft.firstDay || today()}
          max={props.view.to}
          value={draft.lastDay}
          onInput={(value) => setDraft('lastDay', value)}
          error={errorOf('days.to')}
        />
      </CommandForm>
      <div role="status" class="stack">
        <Show when={submission.busy() && progress().moved > 0}>
          <Notice>
            <p>
              {t('hand-over.progress', {
                moved: formatNumber(progress().moved, language()),
                left: formatNumber(progress().left, language()),
              })}
            </p>
            <p>{t('hand-over.stay')}</p>
          </Notice>
        </Show>
        <Show when={isDone() && !submission.busy()}>
          <Result handed={progress()} />
        </Show>
      </div>
    </>
  );
};

const Result: Component<{ handed: HandedOver }> = (props) => {
  const columns: readonly Column<Taker>[] = [
    { key: 'person', header: t('plan.person'), isRowHeader: true, cell: ({ name }) => name },
    {
      key: 'gets',
      header: t('hand-over.gets'),
      align: 'end',
      cell: ({ gets }) => formatNumber(gets, language()),
    },
  ];
  const counts = () => ({
    moved: formatNumber(props.handed.moved, language()),
    left: formatNumber(props.handed.left, language()),
  });
  return (
    <Show when={props.handed.to.length > 0} fallback={<Notice>{t('hand-over.none')}</Notice>}>
      <Notice tone={props.handed.left === 0 ? 'ok' : 'warn'}>
        {props.handed.left === 0
          ? t('hand-over.done', { moved: counts().moved })
          : t('hand-over.left', counts())}
      </Notice>
      <Table caption={t('hand-over.result')} columns={columns} rows={props.handed.to} />
    </Show>
  );
};
