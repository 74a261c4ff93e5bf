import { type Component, For, Show } from 'solid-js';
import { isWithin } from '../../../../functions/platform/contract/roles.ts';
import {
  ageOn,
  certificateFault,
  certificateOf,
} from '../../../../functions/renovation/certificate.rules.ts';
import {
  applicationsBy,
  circumstances,
  limits,
  renovationItems,
  waysOfSaying,
} from '../../../../functions/renovation/renovation.words.ts';
import { CheckboxField, RadioGroup, SelectField } from '../../ui/choice-field.tsx';
import { Fieldset } from '../../ui/field.tsx';
import { FileField } from '../../ui/file-field.tsx';
import { DateField, TextArea, TextField } from '../../ui/text-field.tsx';
import type { Submission } from '../forms/submission.ts';
import { fieldMessage } from '../messages/messages.ts';
import { today } from '../shell/days.ts';
import { useDesk } from '../shell/desk.ts';
import { hasProxy, type NewDraft } from './new-draft.ts';
import { renovationActWords, renovationWords } from './renovation.words.ts';
import { disabilityWords } from './renovation-marks.tsx';

const { t } = renovationActWords;
const words = renovationWords.t;

interface FieldsProps {
  draft: NewDraft;
  change: (part: Partial<NewDraft>) => void;
  errorOf: Submission['errorOf'];
}

export const WhoFields: Component<FieldsProps> = (props) => (
  <Fieldset legend={t('new.who')}>
    <RadioGroup
      name="by"
      label={t('new.by')}
      options={applicationsBy.map((value) => ({
        value,
        label: words(`by.${value}`),
        hint: value === 'officer' ? t('new.by.officer.hint') : undefined,
      }))}
      value={props.draft.by}
      onChange={(by) => props.change({ by })}
      error={props.errorOf('by')}
    />
    <Show when={hasProxy(props.draft)}>
      <TextField
        name="proxy.name"
        label={t('new.proxy.name')}
        autocomplete="off"
        width="medium"
        value={props.draft.proxyName}
        onInput={(proxyName) => props.change({ proxyName })}
        error={props.errorOf('proxy.name')}
      />
      <TextField
        name="proxy.phone"
        label={t('new.proxy.phone')}
        type="tel"
        autocomplete="off"
        width="medium"
        value={props.draft.proxyPhone}
        onInput={(proxyPhone) => props.change({ proxyPhone })}
        error={props.errorOf('proxy.phone')}
      />
      <TextField
        name="proxy.relation"
        label={t('new.proxy.relation')}
        width="medium"
        value={props.draft.relation}
        onInput={(relation) => props.change({ relation })}
        error={props.errorOf('proxy.relation')}
      />
    </Show>
  </Fieldset>
);

export const PersonFields: Component<FieldsProps> = (props) => {
  /** Told while it is typed: what can still become right is not wrong yet. */
  const typed = (): string | undefined => {
    const fault = certificateFault(props.draft.certificate, false);
    return fault === undefined ? undefined : fieldMessage(fault, '');
  };
  const right = (): string => {
    const certificate = certificateOf(props.draft.certificate);
    return certificate
      ? t('new.certificate.right', {
          disability: disabilityWords(certificate),
          age: ageOn(certificate.birthDate, today()),
        })
      : '';
  };
  return (
    <Fieldset legend={t('new.applicant')}>
      <TextField
        name="applicant.name"
        label={t('new.name')}
        autocomplete="off"
        width="medium"
        value={props.draft.name}
        onInput={(name) => props.change({ name })}
        error={props.errorOf('applicant.name')}
      />
      <TextField
        name="applicant.phone"
        label={t('new.phone')}
        type="tel"
        autocomplete="off"
        width="medium"
        value={props.draft.phone}
        onInput={(phone) => props.change({ phone })}
        error={props.errorOf('applicant.phone')}
      />
      <TextField
        name="applicant.certificate"
        label={t('new.certificate')}
        hint={t('new.certificate.hint')}
        autocomplete="off"
        width="medium"
        value={props.draft.certificate}
        onInput={(certificate) => props.change({ certificate })}
        error={typed() ?? props.errorOf('applicant.certificate')}
      />
      <p role="status" class="renovation-reading">
        {right()}
      </p>
      <DateField
        name="applicant.validUntil"
        label={t('new.valid')}
        value={props.draft.validUntil}
        onInput={(validUntil) => props.change({ validUntil })}
        error={props.errorOf('applicant.validUntil')}
      />
      <CheckboxField
        name="applicant.issuedHere"
        label={t('new.issued')}
        checked={props.draft.issuedHere}
        onChange={(issuedHere) => props.change({ issuedHere })}
        error={props.errorOf('applicant.issuedHere')}
      />
    </Fieldset>
  );
};

export const HomeFields: Component<FieldsProps> = (props) => {
  const desk = useDesk();
  const scope = (): string => desk.session()?.scope ?? '∅';
  const villages = (town: string) =>
    desk
      .nodes()
      .filter(
        ({ kind, active, path }) =>
          kind === 'village' && active && isWithin(path, town) && isWithin(path, scope()),
      )
      .map(({ path }) => ({ value: path, label: desk.nameOf(path) }));
  const towns = () =>
    desk
      .nodes()
      .filter(({ kind }) => kind === 'town')
      .map(({ path }) => ({ label: desk.nameOf(path), options: villages(path) }))
      .filter(({ options }) => options.length > 0);
  return (
    <Fieldset legend={t('new.home')}>
      <SelectField
        name="home.village"
        label={t('new.village')}
        width="medium"
        options={towns()}
        value={props.draft.village}
        onChange={(village) => props.change({ village })}
        error={props.errorOf('home.village')}
      />
      <TextField
        name="home.address.text"
        label={t('new.address')}
        hint={t('new.address.hint')}
        autocomplete="off"
        value={props.draft.text}
        onInput={(text) => props.change({ text })}
        error={props.errorOf('home.address.text')}
      />
      <div class="renovation-door">
        <For each={['building', 'unit', 'room'] as const}>
          {(part) => (
            <TextField
              optional
              name={`home.address.${part}`}
              label={t(`new.${part}`)}
              width="short"
              value={props.draft[part]}
              onInput={(text) => props.change({ [part]: text })}
              error={props.errorOf(`home.address.${part}`)}
            />
          )}
        </For>
      </div>
    </Fieldset>
  );
};

const toggled = <T,>(all: readonly T[], one: T, chosen: boolean): readonly T[] =>
  chosen ? [...all, one] : all.filter((each) => each !== one);

interface WantsProps extends FieldsProps {
  photos: readonly File[];
  onPhotos: (files: readonly File[]) => void;
}

export const WantsFields: Component<WantsProps> = (props) => (
  <>
    <Fieldset legend={t('new.wants')} hint={t('new.wants.hint', { n: limits.wants })}>
      <div class="renovation-choices">
        <For each={renovationItems}>
          {(item, index) => (
            <CheckboxField
              // The error summary leads to the first of them.
              name={index() === 0 ? 'wants' : `wants.${item}`}
              label={words(`item.${item}`)}
              checked={props.draft.wants.includes(item)}
              onChange={(chosen) => props.change({ wants: toggled(props.draft.wants, item, chosen) })}
              error={index() === 0 ? props.errorOf('wants') : undefined}
            />
          )}
        </For>
      </div>
    </Fieldset>
    <TextArea
      name="need"
      label={t('new.need')}
      rows={4}
      limit={limits.text}
      value={props.draft.need}
      onInput={(need) => props.change({ need })}
      error={props.errorOf('need')}
    />
    <Fieldset legend={t('new.circumstances')}>
      <div class="renovation-choices">
        <For each={circumstances}>
          {(each) => (
            <CheckboxField
              name={`circumstances.${each}`}
              label={words(`circumstance.${each}`)}
              checked={props.draft.circumstances.includes(each)}
              onChange={(chosen) =>
                props.change({ circumstances: toggled(props.draft.circumstances, each, chosen) })
              }
            />
          )}
        </For>
      </div>
    </Fieldset>
    <FileField
      optional
      name="photos"
      label={t('new.photos')}
      hint={t('field.photos.hint', { n: limits.photos })}
      files={props.photos}
      onChange={props.onPhotos}
      most={limits.photos}
      error={props.errorOf('photos')}
    />
  </>
);

export const ConsentFields: Component<FieldsProps> = (props) => (
  <Fieldset legend={t('new.consent')}>
    <For each={['personal', 'sensitive'] as const}>
      {(kind) => (
        <CheckboxField
          name={`consent.${kind}`}
          label={t(`new.consent.${kind}`)}
          checked={props.draft[kind]}
          onChange={(chosen) => props.change({ [kind]: chosen })}
          error={props.errorOf(`consent.${kind}`)}
        />
      )}
    </For>
    <SelectField
      name="consent.how"
      label={t('new.consent.how')}
      width="medium"
      options={waysOfSaying.map((value) => ({ value, label: words(`way.${value}`) }))}
      value={props.draft.how}
      onChange={(how) => props.change({ how })}
      error={props.errorOf('consent.how')}
    />
  </Fieldset>
);
