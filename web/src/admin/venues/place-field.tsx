import type { Component } from 'solid-js';
import { isWithin } from '../../../../functions/platform/contract/roles.ts';
import { SelectField } from '../../ui/choice-field.tsx';
import { useDesk } from '../shell/desk.ts';
import { venuesWords } from './venues.words.ts';

const { t } = venuesWords;

interface PlaceFieldProps {
  name: string;
  value: string;
  onChange: (path: string) => void;
  error?: string | undefined;
}

/** A town or a village of the caller's area, the villages of a town together. */
export const PlaceField: Component<PlaceFieldProps> = (props) => {
  const desk = useDesk();
  const places = () =>
    desk
      .nodes()
      .filter(
        ({ path, active, kind }) =>
          active && (kind === 'town' || kind === 'village') && isWithin(path, desk.session()?.scope ?? '∅'),
      );
  const optionOf = ({ path }: { path: string }) => ({ value: path, label: desk.nameOf(path) });
  const options = () => {
    const villages = places().filter(({ kind }) => kind === 'village');
    const towns = [...new Set(places().map(({ path }) => path.split('/').slice(0, 2).join('/')))];
    return towns.map((town) => ({
      label: desk.nameOf(town),
      options: [
        ...places().filter(({ path }) => path === town),
        ...villages.filter(({ path }) => isWithin(path, town)),
      ].map(optionOf),
    }));
  };
  return (
    <SelectField
      name={props.name}
      label={t('place')}
      width="medium"
      options={options()}
      value={props.value}
      onChange={props.onChange}
      error={props.error}
    />
  );
};

/** What the desk looks at, where a venue can stand there. */
export const usualPlace = (): (() => string) => {
  const desk = useDesk();
  return () => {
    const node = desk.node() ?? '';
    return /^\d{6}\/\d{9}(\/\d{12})?$/.test(node) ? node : '';
  };
};
