import { type Component, createSignal, Index } from 'solid-js';
import { createStore } from 'solid-js/store';
import * as v from 'valibot';
import { limits, outcomes } from '../../../../../functions/issues/issues.words.ts';
import { Button } from '../../../ui/button.tsx';
import { RadioGroup } from '../../../ui/choice-field.tsx';
import { Fieldset } from '../../../ui/field.tsx';
import { FileField } from '../../../ui/file-field.tsx';
import { DateField, TextArea, TextField } from '../../../ui/text-field.tsx';
import { photoRefusals, sendPhotos } from '../../forms/photos.ts';
import type { Submission } from '../../forms/submission.ts';
import { issuesWords } from '../issues.words.ts';
import { CaseAction } from './case-action.tsx';
import type { ActionProps } from './placing.actions.tsx';

const { t } = issuesWords;

const numberOf = (text: string): number | undefined => (text.trim() === '' ? undefined : Number(text));

export const ExtensionAction: Component<ActionProps> = (props) => {
  const empty = { workingDays: '', reason: '' };
  const [draft, setDraft] = createStore({ ...empty });
  return (
    <CaseAction
      view={props.view}
      action="extension"
      intro={t('extension.intro')}
      fields={{ workingDays: t('extension.days'), reason: t('extension.reason') }}
      body={() => ({ workingDays: numberOf(draft.workingDays), reason: draft.reason })}
      reset={() => setDraft(empty)}
    >
      {(errorOf) => (
        <>
          <TextField
            name="workingDays"
            label={t('extension.days')}
            hint={t('extension.days.hint', { n: limits.extensionDays })}
            inputmode="numeric"
            width="short"
            value={draft.workingDays}
            onInput={(value) => setDraft('workingDays', value)}
            error={errorOf('workingDays')}
          />
          <TextArea
            name="reason"
            label={t('extension.reason')}
            limit={limits.reason}
            value={draft.reason}
            onInput={(value) => setDraft('reason', value)}
            error={errorOf('reason')}
          />
        </>
      )}
    </CaseAction>
  );
};

const decisionOf = (answer: string): boolean | undefined => (answer === '' ? undefined : answer === 'yes');

export const DecisionAction: Component<ActionProps> = (props) => {
  const empty = { approved: '', note: '' };
  const [draft, setDraft] = createStore({ ...empty });
  const asked = (): string | undefined => {
    const { extension } = props.view;
    return (
      extension &&
      t('decision.asked', {
        name: extension.requestedBy.name,
        n: extension.workingDays,
        reason: extension.reason,
      })
    );
  };
  return (
    <CaseAction
      view={props.view}
      action="extension-decision"
      kind="main"
      intro={asked()}
      fields={{ approved: t('decision.approved'), note: t('decision.note') }}
      body={() => ({ approved: decisionOf(draft.approved), note: draft.note })}
      reset={() => setDraft(empty)}
    >
      {(errorOf) => (
        <>
          <RadioGroup
            inline
            name="approved"
            label={t('decision.approved')}
            options={[
              { value: 'yes', label: t('decision.yes') },
              { value: 'no', label: t('decision.no') },
            ]}
            value={draft.approved}
            onChange={(value) => setDraft('approved', value)}
            error={errorOf('approved')}
          />
          <TextArea
            name="note"
            label={t('decision.note')}
            limit={limits.reason}
            value={draft.note}
            onInput={(value) => setDraft('note', value)}
            error={errorOf('note')}
          />
        </>
      )}
    </CaseAction>
  );
};

interface Milestone {
  what: string;
  by: string;
}

export const ResolutionAction: Component<ActionProps> = (props) => {
  const [draft, setDraft] = createStore({ outcome: '', measures: '' });
  const [plan, setPlan] = createSignal<readonly Milestone[]>([]);
  const [photos, setPhotos] = createSignal<readonly File[]>([]);
  const isPlanned = (): boolean => draft.outcome === 'planned';
  const chooseOutcome = (outcome: string): void => {
    setDraft('outcome', outcome);
    if (outcome === 'planned' && plan().length === 0) setPlan([{ what: '', by: '' }]);
  };
  const milestoneFields = (): Record<string, string> =>
    Object.fromEntries(
      (isPlanned() ? plan() : []).flatMap((_, index) => [
        [`plan.${index}.what`, t('resolution.plan.what', { n: index + 1 })],
        [`plan.${index}.by`, t('resolution.plan.by', { n: index + 1 })],
      ]),
    );
  return (
    <CaseAction
      view={props.view}
      action="resolution"
      kind="main"
      intro={t('resolution.intro')}
      fields={{
        outcome: t('resolution.outcome'),
        measures: t('resolution.measures'),
        photos: t('resolution.photos'),
        ...milestoneFields(),
      }}
      fieldOf={{ ...photoRefusals, 'issue.plan_needed': 'outcome' }}
      body={() => ({
        outcome: draft.outcome || undefined,
        measures: draft.measures,
        photos: [],
        plan: isPlanned() ? plan().map(({ what, by }) => ({ what, by: by || undefined })) : [],
      })}
      complete={async (body) => ({
        ...v.parse(v.looseObject({}), body),
        photos: await sendPhotos(photos()),
      })}
      reset={() => {
        setDraft({ outcome: '', measures: '' });
        setPlan([]);
        setPhotos([]);
      }}
    >
      {(errorOf) => (
        <>
          <RadioGroup
            name="outcome"
            label={t('resolution.outcome')}
            options={outcomes.map((value) => ({
              value,
              label: t(`outcome.${value}`),
              hint: value === 'planned' ? t('resolution.outcome.planned') : undefined,
            }))}
            value={draft.outcome}
            onChange={chooseOutcome}
            error={errorOf('outcome')}
          />
          <TextArea
            name="measures"
            label={t('resolution.measures')}
            limit={limits.text}
            value={draft.measures}
            onInput={(value) => setDraft('measures', value)}
            error={errorOf('measures')}
          />
          {isPlanned() && <Plan plan={plan()} onChange={setPlan} errorOf={errorOf} />}
          <FileField
            optional
            name="photos"
            label={t('resolution.photos')}
            hint={t('resolution.photos.hint', { n: limits.photos })}
            files={photos()}
            onChange={setPhotos}
            most={limits.photos}
            error={errorOf('photos')}
          />
        </>
      )}
    </CaseAction>
  );
};

const Plan: Component<{
  plan: readonly Milestone[];
  onChange: (plan: readonly Milestone[]) => void;
  errorOf: Submission['errorOf'];
}> = (props) => {
  const change = (at: number, part: Partial<Milestone>): void =>
    props.onChange(props.plan.map((each, index) => (index === at ? { ...each, ...part } : each)));
  return (
    <Fieldset legend={t('resolution.plan')}>
      <Index each={props.plan}>
        {(milestone, index) => (
          <div class="milestone">
            <TextField
              name={`plan.${index}.what`}
              label={t('resolution.plan.what', { n: index + 1 })}
              value={milestone().what}
              onInput={(what) => change(index, { what })}
              error={props.errorOf(`plan.${index}.what`)}
            />
            <DateField
              name={`plan.${index}.by`}
              label={t('resolution.plan.by', { n: index + 1 })}
              value={milestone().by}
              onInput={(by) => change(index, { by })}
              error={props.errorOf(`plan.${index}.by`)}
            />
            {props.plan.length > 1 && (
              <Button kind="quiet" onPress={() => props.onChange(props.plan.filter((_, at) => at !== index))}>
                {t('resolution.plan.remove', { n: index + 1 })}
              </Button>
            )}
          </div>
        )}
      </Index>
      {props.plan.length < limits.milestones && (
        <Button onPress={() => props.onChange([...props.plan, { what: '', by: '' }])}>
          {t('resolution.plan.add')}
        </Button>
      )}
    </Fieldset>
  );
};
