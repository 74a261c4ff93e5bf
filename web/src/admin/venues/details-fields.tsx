import { type Component, For } from 'solid-js';
import { accessFeatures, facilities, venueKinds } from '../../../../functions/venues/venues.words.ts';
import { CheckboxField, SelectField } from '../../ui/choice-field.tsx';
import { Fieldset } from '../../ui/field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { Submission } from '../forms/submission.ts';
import type { DetailsDraft } from './details-draft.ts';
import { venuesWords } from './venues.words.ts';

const { t } = venuesWords;

/** Labels by the names the contract's errors give the fields. */
export const detailsLabels = (): Readonly<Record<string, string>> => ({
  kind: t('list.kind'),
  name: t('details.name'),
  address: t('fact.address'),
  'position.lat': t('details.lat'),
  'position.lng': t('details.lng'),
  phone: t('fact.phone'),
  capacity: t('list.capacity'),
  facilities: t('fact.facilities'),
  access: t('fact.access'),
});

interface ChoicesProps<T extends string> {
  name: string;
  legend: string;
  listed: readonly T[];
  labelOf: (one: T) => string;
  chosen: readonly T[];
  onChange: (chosen: readonly T[]) => void;
}

/** Any number of a short list. */
export const Choices = <T extends string>(props: ChoicesProps<T>) => (
  <Fieldset legend={props.legend}>
    <div class="venue-choices">
      <For each={props.listed}>
        {(one, index) => (
          <CheckboxField
            name={index() === 0 ? props.name : `${props.name}-${one}`}
            label={props.labelOf(one)}
            checked={props.chosen.includes(one)}
            onChange={(isChosen) =>
              props.onChange(
                isChosen ? [...props.chosen, one] : props.chosen.filter((other) => other !== one),
              )
            }
          />
        )}
      </For>
    </div>
  </Fieldset>
);

interface DetailsFieldsProps {
  draft: DetailsDraft;
  onChange: (part: Partial<DetailsDraft>) => void;
  errorOf: Submission['errorOf'];
}

/** What a venue is: asked the same of a new one and of one that stands. */
export const DetailsFields: Component<DetailsFieldsProps> = (props) => (
  <>
    <TextField
      name="name"
      label={t('details.name')}
      value={props.draft.name}
      onInput={(name) => props.onChange({ name })}
      error={props.errorOf('name')}
    />
    <SelectField
      name="kind"
      label={t('list.kind')}
      width="medium"
      options={venueKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
      value={props.draft.kind}
      onChange={(kind) => props.onChange({ kind })}
      error={props.errorOf('kind')}
    />
    <TextField
      name="address"
      label={t('fact.address')}
      value={props.draft.address}
      onInput={(address) => props.onChange({ address })}
      error={props.errorOf('address')}
    />
    <div class="venue-row">
      <TextField
        name="position.lat"
        label={t('details.lat')}
        hint={t('details.lat.hint')}
        width="short"
        value={props.draft.lat}
        onInput={(lat) => props.onChange({ lat })}
        error={props.errorOf('position.lat')}
      />
      <TextField
        name="position.lng"
        label={t('details.lng')}
        hint={t('details.lng.hint')}
        width="short"
        value={props.draft.lng}
        onInput={(lng) => props.onChange({ lng })}
        error={props.errorOf('position.lng')}
      />
    </div>
    <p class="hint">{t('details.position.hint')}</p>
    <div class="venue-row">
      <TextField
        name="capacity"
        label={t('details.capacity')}
        inputmode="numeric"
        width="short"
        value={props.draft.capacity}
        onInput={(capacity) => props.onChange({ capacity })}
        error={props.errorOf('capacity')}
      />
      <TextField
        optional
        name="phone"
        label={t('fact.phone')}
        type="tel"
        autocomplete="off"
        width="medium"
        value={props.draft.phone}
        onInput={(phone) => props.onChange({ phone })}
        error={props.errorOf('phone')}
      />
    </div>
    <Choices
      name="facilities"
      legend={t('fact.facilities')}
      listed={facilities}
      labelOf={(one) => t(`facility.${one}`)}
      chosen={props.draft.facilities}
      onChange={(chosen) => props.onChange({ facilities: chosen })}
    />
    <Choices
      name="access"
      legend={t('fact.access')}
      listed={accessFeatures}
      labelOf={(one) => t(`access.${one}`)}
      chosen={props.draft.access}
      onChange={(chosen) => props.onChange({ access: chosen })}
    />
  </>
);
