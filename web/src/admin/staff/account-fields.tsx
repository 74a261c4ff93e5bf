import { type Component, For } from 'solid-js';
import { isWithin, roles } from '../../../../functions/platform/contract/roles.ts';
import { CheckboxField, type OptionGroup, SelectField } from '../../ui/choice-field.tsx';
import { GroupFrame } from '../../ui/field.tsx';
import { adminWords } from '../admin.words.ts';
import { useDesk } from '../shell/desk.ts';
import { staffWords } from './staff.words.ts';

const { t } = staffWords;

export interface RolesFieldProps {
  chosen: readonly string[];
  onChange: (roles: string[]) => void;
  error: string | undefined;
}

export const RolesField: Component<RolesFieldProps> = (props) => (
  <GroupFrame
    field={{ name: 'roles', label: t('staff.roles'), hint: t('open.roles.hint'), error: props.error }}
  >
    {/* The error summary leads to the group by its name. */}
    <div class="choices role-choices" id="field-roles" tabindex="-1">
      <For each={roles}>
        {(role) => (
          <CheckboxField
            name={`roles.${role}`}
            label={adminWords.t(`role.${role}`)}
            checked={props.chosen.includes(role)}
            onChange={(isChosen) =>
              props.onChange(
                isChosen ? [...props.chosen, role] : props.chosen.filter((other) => other !== role),
              )
            }
          />
        )}
      </For>
    </div>
  </GroupFrame>
);

export interface ScopeFieldProps {
  chosen: string;
  onChange: (path: string) => void;
  error: string | undefined;
}

/** Any open organisation of the caller's own area, each under the one it belongs to. */
export const ScopeField: Component<ScopeFieldProps> = (props) => {
  const desk = useDesk();
  const mine = () =>
    desk.nodes().filter((node) => node.active && isWithin(node.path, desk.session()?.scope ?? ''));
  const groups = (): OptionGroup[] =>
    mine()
      .filter(({ kind }) => kind === 'district' || kind === 'town')
      .map((above) => ({
        label: desk.nameOf(above.path),
        options: mine()
          .filter(
            ({ path, kind }) =>
              path === above.path || (kind !== 'town' && path.slice(0, path.lastIndexOf('/')) === above.path),
          )
          .map(({ path }) => ({ value: path, label: desk.nameOf(path) })),
      }));
  return (
    <SelectField
      name="scope"
      label={t('staff.scope')}
      emptyLabel={t('open.choose-scope')}
      options={groups()}
      value={props.chosen}
      onChange={props.onChange}
      error={props.error}
    />
  );
};
