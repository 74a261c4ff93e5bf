import { type Component, createMemo, createSignal, Show } from 'solid-js';
import { createStore } from 'solid-js/store';
import * as v from 'valibot';
import {
  type CampaignDetailsInput,
  campaignDetailsSchema,
} from '../../../../functions/campaigns/campaigns.fields.ts';
import { limits } from '../../../../functions/campaigns/campaigns.words.ts';
import { isWithin } from '../../../../functions/platform/contract/roles.ts';
import { CheckboxField, SelectField } from '../../ui/choice-field.tsx';
import { DateField, TextArea, TextField } from '../../ui/text-field.tsx';
import { adminWords } from '../admin.words.ts';
import { CommandForm } from '../forms/command-form.tsx';
import { StaleNotice } from '../forms/stale-notice.tsx';
import { createSubmission } from '../forms/submission.ts';
import { useDesk } from '../shell/desk.ts';
import type { CampaignView } from './campaigns.queries.ts';
import { campaignsWords } from './campaigns.words.ts';
import { isPlace } from './place.ts';

const { t } = campaignsWords;

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

export interface CampaignFormProps {
  /** What it is now; a new one when not given. */
  view?: CampaignView | undefined;
  /** Where a new one usually runs. */
  scope: string;
  /** @param version the one it is a change of; 0 for a new one */
  send: (details: CampaignDetailsInput, key: string, version: number) => Promise<CampaignView>;
  done: (view: CampaignView) => void;
}

/** What a campaign is, written down or changed before it is started. */
export const CampaignForm: Component<CampaignFormProps> = (props) => {
  const desk = useDesk();
  const { view } = props;
  const [draft, setDraft] = createStore({
    name: view?.name ?? '',
    objective: view?.objective ?? '',
    scope: view?.scope ?? props.scope,
    from: String(view?.from ?? ''),
    to: String(view?.to ?? ''),
    perDay: String(view?.perDay ?? limits.perDay),
    includeRestDays: view?.includeRestDays ?? false,
    steps: view?.steps.join('\n') ?? '',
    materials: view?.materials.join('\n') ?? '',
  });
  const [version, setVersion] = createSignal(view?.version ?? 0);
  const submission = createSubmission({
    schema: campaignDetailsSchema,
    fields: () => ({
      name: t('form.name'),
      objective: t('form.objective'),
      scope: t('form.scope'),
      from: t('form.from'),
      to: t('form.to'),
      perDay: t('form.per-day'),
      includeRestDays: t('form.rest-days'),
      steps: t('form.steps'),
      materials: t('form.materials'),
    }),
    fieldOf: { 'campaign.scope_unknown': 'scope' },
    tell: ({ path, code }) => {
      if (path === 'perDay') return t('form.number');
      return path === 'to' && code === 'field.range' ? t('form.period-wrong') : undefined;
    },
    send: (body, key) => props.send(body, key, version()),
    done: (changed) => props.done(changed),
  });
  const { errorOf } = submission;
  const body = () => ({
    ...draft,
    perDay: /^\d+$/.test(draft.perDay.trim()) ? Number(draft.perDay) : draft.perDay,
    steps: linesOf(draft.steps),
    materials: linesOf(draft.materials),
  });
  const places = createMemo(() =>
    desk
      .nodes()
      .filter(({ path, active }) => active && isPlace(path) && isWithin(path, desk.session()?.scope ?? '∅')),
  );
  /** Sent again with the notice before one's eyes, it is meant for the newer version. */
  const accept = (): void => {
    const newer = v.safeParse(v.object({ version: v.number() }), submission.stale());
    if (newer.success) setVersion(newer.output.version);
  };
  return (
    <CommandForm
      submission={submission}
      body={body}
      beforeSubmit={accept}
      submitLabel={submission.stale() === undefined ? t('form.save') : adminWords.t('stale.apply')}
    >
      <Show when={submission.stale() !== undefined}>
        <StaleNotice isStillAllowed />
      </Show>
      <TextField
        name="name"
        label={t('form.name')}
        value={draft.name}
        onInput={(value) => setDraft('name', value)}
        error={errorOf('name')}
      />
      <TextArea
        name="objective"
        label={t('form.objective')}
        rows={4}
        limit={limits.objective}
        value={draft.objective}
        onInput={(value) => setDraft('objective', value)}
        error={errorOf('objective')}
      />
      <SelectField
        name="scope"
        label={t('form.scope')}
        hint={t('form.scope.hint')}
        options={places().map(({ path }) => ({
          value: path,
          label: path.includes('/') ? desk.placeOf(path) : desk.nameOf(path),
        }))}
        value={draft.scope}
        onChange={(value) => setDraft('scope', value)}
        error={errorOf('scope')}
      />
      <DateField
        name="from"
        label={t('form.from')}
        value={draft.from}
        onInput={(value) => setDraft('from', value)}
        error={errorOf('from')}
      />
      <DateField
        name="to"
        label={t('form.to')}
        value={draft.to}
        min={draft.from || undefined}
        onInput={(value) => setDraft('to', value)}
        error={errorOf('to')}
      />
      <TextField
        name="perDay"
        label={t('form.per-day')}
        inputmode="numeric"
        width="short"
        value={draft.perDay}
        onInput={(value) => setDraft('perDay', value)}
        error={errorOf('perDay')}
      />
      <CheckboxField
        name="includeRestDays"
        label={t('form.rest-days')}
        checked={draft.includeRestDays}
        onChange={(checked) => setDraft('includeRestDays', checked)}
      />
      <TextArea
        name="steps"
        label={t('form.steps')}
        hint={t('form.steps.hint')}
        optional
        value={draft.steps}
        onInput={(value) => setDraft('steps', value)}
        error={errorOf('steps')}
      />
      <TextArea
        name="materials"
        label={t('form.materials')}
        hint={t('form.materials.hint')}
        optional
        rows={4}
        value={draft.materials}
        onInput={(value) => setDraft('materials', value)}
        error={errorOf('materials')}
      />
    </CommandForm>
  );
};
