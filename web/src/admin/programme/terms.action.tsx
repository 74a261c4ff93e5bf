import { type Component, Show } from 'solid-js';
import { createStore } from 'solid-js/store';
import { programmeContract } from '../../../../functions/programme/programme.contract.ts';
import { enrolmentWays, usualTerms } from '../../../../functions/programme/programme.words.ts';
import { CheckboxField, RadioGroup } from '../../ui/choice-field.tsx';
import { DateField, TextField } from '../../ui/text-field.tsx';
import type { Submission } from '../forms/submission.ts';
import { today } from '../shell/days.ts';
import { type ActionProps, ActivityAction } from './activity-action.tsx';
import { numberIn } from './details-draft.ts';
import type { ActivityView } from './programme.queries.ts';
import { programmeWords } from './programme.words.ts';
import { dayAndTimeOf, instantIn } from './times.ts';

const { t } = programmeWords;

interface TermsDraft {
  per: string;
  capacity: string;
  day: string;
  time: string;
  closes: string;
  cutoff: string;
  perPhone: string;
  party: string;
  waiting: boolean;
  hold: string;
}

const draftOf = (terms: ActivityView['enrolment']): TermsDraft => {
  const known = terms.per === 'none' ? undefined : terms;
  const opens = known === undefined ? { day: today() as string, time: '09:00' } : dayAndTimeOf(known.opensAt);
  const of = (name: 'closes' | 'cutoff' | 'perPhone' | 'party' | 'hold'): string =>
    String((known ?? usualTerms)[name]);
  return {
    per: terms.per,
    capacity: known === undefined ? '' : String(known.capacity),
    ...opens,
    ...{ closes: of('closes'), cutoff: of('cutoff'), perPhone: of('perPhone'), party: of('party') },
    waiting: (known ?? usualTerms).waiting,
    hold: of('hold'),
  };
};

const bodyOf = ({ per, day, time, waiting, ...numbers }: TermsDraft): object =>
  per === 'none'
    ? { per }
    : {
        per,
        opensAt: instantIn({ day, time }),
        waiting,
        ...Object.fromEntries(Object.entries(numbers).map(([name, text]) => [name, numberIn(text)])),
      };

/** What has places, how many, and on which terms. */
export const TermsAction: Component<ActionProps> = (props) => {
  const [draft, setDraft] = createStore<TermsDraft>(draftOf(props.view.enrolment));
  return (
    <ActivityAction
      wide
      view={props.view}
      row={programmeContract.routes.enrolment}
      label={t('terms')}
      fields={{
        per: t('terms.per'),
        capacity: t('terms.capacity'),
        opensAt: t('terms.opens-day'),
        closes: t('terms.closes'),
        cutoff: t('terms.cutoff'),
        perPhone: t('terms.per-phone'),
        party: t('terms.party'),
        waiting: t('terms.waiting'),
        hold: t('terms.hold'),
      }}
      fieldOf={{ 'programme.capacity_taken': 'capacity', 'programme.enrolment_fixed': 'per' }}
      body={() => bodyOf(draft)}
      reset={() => setDraft(draftOf(props.view.enrolment))}
      done={t('terms.done')}
    >
      {(errorOf) => (
        <>
          <RadioGroup
            name="per"
            label={t('terms.per')}
            options={enrolmentWays.map((value) => ({ value, label: t(`per.${value}`) }))}
            value={draft.per}
            onChange={(per) => setDraft({ per })}
            error={errorOf('per')}
          />
          <Show when={draft.per !== 'none'}>
            <TermsFields draft={draft} onChange={(part) => setDraft(part)} errorOf={errorOf} />
          </Show>
        </>
      )}
    </ActivityAction>
  );
};

const TermsFields: Component<{
  draft: TermsDraft;
  onChange: (part: Partial<TermsDraft>) => void;
  errorOf: Submission['errorOf'];
}> = (props) => {
  const Figure: Component<{
    name: 'capacity' | 'closes' | 'cutoff' | 'perPhone' | 'party' | 'hold';
    label: string;
    hint?: string;
  }> = (field) => (
    <TextField
      name={field.name}
      label={field.label}
      hint={field.hint}
      inputmode="numeric"
      width="short"
      value={props.draft[field.name]}
      onInput={(value) => props.onChange({ [field.name]: value })}
      error={props.errorOf(field.name)}
    />
  );
  return (
    <>
      <Figure name="capacity" label={t('terms.capacity')} />
      <div class="programme-row">
        <DateField
          name="opensAt"
          label={t('terms.opens-day')}
          value={props.draft.day}
          onInput={(day) => props.onChange({ day })}
          error={props.errorOf('opensAt')}
        />
        <TextField
          name="opens-time"
          label={t('terms.opens-time')}
          width="short"
          value={props.draft.time}
          onInput={(time) => props.onChange({ time })}
        />
      </div>
      <Figure name="closes" label={t('terms.closes')} />
      <Figure name="cutoff" label={t('terms.cutoff')} />
      <Figure name="perPhone" label={t('terms.per-phone')} />
      <Figure name="party" label={t('terms.party')} />
      <CheckboxField
        name="waiting"
        label={t('terms.waiting')}
        checked={props.draft.waiting}
        onChange={(waiting) => props.onChange({ waiting })}
        error={props.errorOf('waiting')}
      />
      <Figure name="hold" label={t('terms.hold')} hint={t('terms.hold.hint')} />
    </>
  );
};
