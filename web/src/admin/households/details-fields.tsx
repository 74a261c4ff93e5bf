import { createAsync } from '@solidjs/router';
import { type Component, Show } from 'solid-js';
import { householdKinds } from '../../../../functions/households/households.words.ts';
import { RadioGroup, SelectField } from '../../ui/choice-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { Submission } from '../forms/submission.ts';
import type { DetailsDraft } from './details-draft.ts';
import { withChangedAreas } from './fresh-areas.ts';
import { readAreas } from './households.queries.ts';
import { householdsWords } from './households.words.ts';

const { t } = householdsWords;

/** Names as the contract's errors give them, with the labels they stand under. */
export const detailsLabels = (): Readonly<Record<string, string>> => ({
  'details.kind': t('household.kind'),
  'details.shopName': t('household.shop'),
  'details.area': t('household.area'),
  'details.address.text': t('details.text'),
  'details.address.building': t('details.building'),
  'details.address.unit': t('details.unit'),
  'details.address.room': t('details.room'),
});

export const detailsRefusals = {
  'household.area_unknown': 'details.area',
  'household.address_taken': 'details.address.text',
} as const;

export interface DetailsFieldsProps {
  /** Undefined until it is chosen; areas are those of a village. */
  village: string | undefined;
  draft: DetailsDraft;
  onChange: (part: Partial<DetailsDraft>) => void;
  errorOf: Submission['errorOf'];
}

export const DetailsFields: Component<DetailsFieldsProps> = (props) => {
  const areas = createAsync(async () => (props.village === undefined ? [] : await readAreas(props.village)), {
    initialValue: [],
  });
  const open = () =>
    withChangedAreas(areas(), props.village ?? '').filter(
      ({ active, area }) => active || area === props.draft.area,
    );
  return (
    <>
      <RadioGroup
        inline
        name="details.kind"
        label={t('household.kind')}
        options={householdKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        value={props.draft.kind}
        onChange={(kind) => props.onChange({ kind })}
        error={props.errorOf('details.kind')}
      />
      <Show when={props.draft.kind === 'shop'}>
        <TextField
          name="details.shopName"
          label={t('household.shop')}
          width="medium"
          value={props.draft.shopName}
          onInput={(shopName) => props.onChange({ shopName })}
          error={props.errorOf('details.shopName')}
        />
      </Show>
      <Show when={open().length > 0}>
        <SelectField
          optional
          name="details.area"
          label={t('household.area')}
          options={open().map(({ area, name }) => ({ value: area, label: name }))}
          emptyLabel={t('households.area.none')}
          value={props.draft.area}
          onChange={(area) => props.onChange({ area })}
          error={props.errorOf('details.area')}
          width="medium"
        />
      </Show>
      <TextField
        name="details.address.text"
        label={t('details.text')}
        hint={t('details.text.hint')}
        autocomplete="off"
        value={props.draft.text}
        onInput={(text) => props.onChange({ text })}
        error={props.errorOf('details.address.text')}
      />
      <div class="household-door-parts">
        <TextField
          optional
          name="details.address.building"
          label={t('details.building')}
          width="short"
          value={props.draft.building}
          onInput={(building) => props.onChange({ building })}
          error={props.errorOf('details.address.building')}
        />
        <TextField
          optional
          name="details.address.unit"
          label={t('details.unit')}
          width="short"
          value={props.draft.unit}
          onInput={(unit) => props.onChange({ unit })}
          error={props.errorOf('details.address.unit')}
        />
        <TextField
          optional
          name="details.address.room"
          label={t('details.room')}
          width="short"
          value={props.draft.room}
          onInput={(room) => props.onChange({ room })}
          error={props.errorOf('details.address.room')}
        />
      </div>
    </>
  );
};
