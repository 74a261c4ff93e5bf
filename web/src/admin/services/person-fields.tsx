import { type Component, For, Show } from 'solid-js';
import { certificateFault } from '../../../../functions/renovation/certificate.rules.ts';
import { consentsBy, limits, waysOfConsenting } from '../../../../functions/services/services.words.ts';
import { CheckboxField, RadioGroup, SelectField } from '../../ui/choice-field.tsx';
import { Fieldset } from '../../ui/field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { Submission } from '../forms/submission.ts';
import { fieldMessage } from '../messages/messages.ts';
import { today } from '../shell/days.ts';
import { needsGuardian, type PersonDraft, readNumber } from './person-draft.ts';
import { servicesWords } from './services.words.ts';
import './services.css';

const { t } = servicesWords;

/** Labels by the names of the contract's errors; whichever number is wrong stands at the one field for it. */
export const personLabels = (): Readonly<Record<string, string>> => ({
  'person.name': t('person.name'),
  person: t('person.number'),
  'person.phone': t('person.phone'),
  'person.guardian.name': t('person.guardian.name'),
  'person.guardian.relation': t('person.guardian.relation'),
  'person.guardian.phone': t('person.guardian.phone'),
  'consent.by': t('consent.by'),
  // Their message says all; the sentence one agrees to would only bury it.
  'consent.personal': '',
  'consent.sensitive': '',
  'consent.how': t('consent.how'),
});

/** Refusals about the person, each at its field. */
export const personRefusals = {
  'person.guardian_needed': 'consent.by',
  'person.household_unknown': 'person',
  'person.household_differs': 'person',
} as const;

interface PersonFieldsProps {
  draft: PersonDraft;
  change: (part: Partial<PersonDraft>) => void;
  errorOf: Submission['errorOf'];
  /** Who can consent at all: only the guardian, for a child. */
  consents?: readonly (typeof consentsBy)[number][];
}

/** Who it is for: a name and one number, and what they agree to. */
export const PersonFields: Component<PersonFieldsProps> = (props) => (
  <>
    <Fieldset large legend={t('person.title')}>
      <TextField
        name="person.name"
        label={t('person.name')}
        autocomplete="off"
        width="medium"
        value={props.draft.name}
        onInput={(name) => props.change({ name })}
        error={props.errorOf('person.name')}
      />
      <NumberField {...props} />
      <TextField
        optional
        name="person.phone"
        label={t('person.phone')}
        type="tel"
        autocomplete="off"
        width="medium"
        value={props.draft.phone}
        onInput={(phone) => props.change({ phone })}
        error={props.errorOf('person.phone')}
      />
    </Fieldset>
    <ConsentFields {...props} />
    <Show when={needsGuardian(props.draft, today())}>
      <GuardianFields {...props} />
    </Show>
  </>
);

/** Read while it is typed: what can still become right is not wrong yet. */
const NumberField: Component<PersonFieldsProps> = (props) => {
  const typed = (): string | undefined => {
    const fault = certificateFault(props.draft.number, false);
    return fault === undefined ? undefined : fieldMessage(fault, '');
  };
  const says = (): string => {
    const read = readNumber(props.draft.number, today());
    if (read === undefined) return '';
    const { age, certificate } = read;
    return certificate
      ? t('person.number.certificate', {
          ...{ age, grade: certificate.grade },
          category: t(`category.${certificate.category}`),
        })
      : t('person.number.id', { age });
  };
  return (
    <>
      <TextField
        name="person"
        label={t('person.number')}
        hint={t('person.number.hint')}
        autocomplete="off"
        width="medium"
        value={props.draft.number}
        onInput={(number) => props.change({ number })}
        error={typed() ?? props.errorOf('person')}
      />
      <p role="status" class="services-reading">
        {says()}
      </p>
    </>
  );
};

const ConsentFields: Component<PersonFieldsProps> = (props) => (
  <Fieldset large legend={t('consent.title')}>
    <For each={['personal', 'sensitive'] as const}>
      {(kind) => (
        <CheckboxField
          name={`consent.${kind}`}
          label={t(`consent.${kind}`)}
          checked={props.draft[kind]}
          onChange={(chosen) => props.change({ [kind]: chosen })}
          error={props.errorOf(`consent.${kind}`)}
        />
      )}
    </For>
    <RadioGroup
      inline
      name="consent.by"
      label={t('consent.by')}
      options={(props.consents ?? consentsBy).map((value) => ({ value, label: t(`consent.by.${value}`) }))}
      value={props.draft.by}
      onChange={(by) => props.change({ by })}
      error={props.errorOf('consent.by')}
    />
    <SelectField
      name="consent.how"
      label={t('consent.how')}
      width="medium"
      options={waysOfConsenting.map((value) => ({ value, label: t(`consent.how.${value}`) }))}
      value={props.draft.how}
      onChange={(how) => props.change({ how })}
      error={props.errorOf('consent.how')}
    />
  </Fieldset>
);

const GuardianFields: Component<PersonFieldsProps> = (props) => (
  <Fieldset large legend={t('person.guardian')} hint={t('person.guardian.hint', { n: limits.guardianUnder })}>
    <TextField
      name="person.guardian.name"
      label={t('person.guardian.name')}
      autocomplete="off"
      width="medium"
      value={props.draft.guardianName}
      onInput={(guardianName) => props.change({ guardianName })}
      error={props.errorOf('person.guardian.name')}
    />
    <TextField
      name="person.guardian.relation"
      label={t('person.guardian.relation')}
      width="short"
      value={props.draft.guardianRelation}
      onInput={(guardianRelation) => props.change({ guardianRelation })}
      error={props.errorOf('person.guardian.relation')}
    />
    <TextField
      optional
      name="person.guardian.phone"
      label={t('person.guardian.phone')}
      type="tel"
      autocomplete="off"
      width="medium"
      value={props.draft.guardianPhone}
      onInput={(guardianPhone) => props.change({ guardianPhone })}
      error={props.errorOf('person.guardian.phone')}
    />
  </Fieldset>
);
