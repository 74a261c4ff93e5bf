import { type Component, Show } from 'solid-js';
import { isWithin } from '../../../../functions/platform/contract/roles.ts';
import { SelectField } from '../../ui/choice-field.tsx';
import { useDesk } from '../shell/desk.ts';
import { isVillage } from './door.ts';
import { householdsWords } from './households.words.ts';

const { t } = householdsWords;

/** The village looked at, or the only one there is. */
export const usualVillage = (): (() => string) => {
  const desk = useDesk();
  return () => {
    const node = desk.node();
    if (isVillage(node)) return node;
    const villages = desk.nodes().filter(({ kind, active }) => kind === 'village' && active);
    const own = villages.filter(({ path }) => isWithin(path, node ?? ''));
    return own.length === 1 ? (own[0]?.path ?? '') : '';
  };
};

export interface VillageFieldProps {
  name: string;
  value: string;
  onChange: (path: string) => void;
  error?: string | undefined;
}

/** One of the villages of the caller's area; nothing to choose where there is only one. */
export const VillageField: Component<VillageFieldProps> = (props) => {
  const desk = useDesk();
  const villages = () =>
    desk
      .nodes()
      .filter(
        ({ kind, active, path }) =>
          kind === 'village' && active && isWithin(path, desk.session()?.scope ?? '∅'),
      );
  return (
    <Show
      when={villages().length !== 1}
      fallback={
        <p>
          {t('household.village')}: <strong>{desk.nameOf(villages()[0]?.path ?? '')}</strong>
        </p>
      }
    >
      <SelectField
        name={props.name}
        label={t('household.village')}
        options={villages().map(({ path }) => ({ value: path, label: desk.placeOf(path) }))}
        value={props.value}
        onChange={props.onChange}
        error={props.error}
        width="medium"
      />
    </Show>
  );
};
