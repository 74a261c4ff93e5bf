import type { Component } from 'solid-js';
import { isWithin } from '../../../../../functions/platform/contract/roles.ts';
import { type OptionGroup, SelectField } from '../../../ui/choice-field.tsx';
import { useDesk } from '../../shell/desk.ts';
import { issuesWords } from '../issues.words.ts';

const { t } = issuesWords;

export interface DepartmentFieldProps {
  /** Where the issue is: its town's departments come first, then those of the district. */
  place: string;
  /** The department it lies with, which it can't be sent to again. */
  except?: string | undefined;
  value: string;
  onChange: (path: string) => void;
  error: string | undefined;
}

export const DepartmentField: Component<DepartmentFieldProps> = (props) => {
  const desk = useDesk();
  const groups = (): OptionGroup[] => {
    const ids = props.place.split('/');
    const above = [ids.slice(0, 2).join('/'), ids.slice(0, 1).join('/')];
    return [...new Set(above)]
      .map((path) => ({
        label: t('transfer.own', { name: desk.nameOf(path) }),
        options: desk
          .nodes()
          .filter(
            (node) =>
              node.kind === 'department' &&
              node.active &&
              node.path !== props.except &&
              isWithin(node.path, path) &&
              node.path.slice(path.length + 1) === node.id,
          )
          .map((node) => ({ value: node.path, label: desk.nameOf(node.path) })),
      }))
      .filter(({ options }) => options.length > 0);
  };
  return (
    <SelectField
      name="department"
      label={t('transfer.department')}
      options={groups()}
      value={props.value}
      onChange={props.onChange}
      error={props.error}
    />
  );
};
