import { useLocation, useNavigate } from '@solidjs/router';
import { type Component, createMemo, For, Show } from 'solid-js';
import { isWithin } from '../../../../functions/platform/contract/roles.ts';
import { adminWords } from '../admin.words.ts';
import type { OrganisationNode } from '../queries.ts';
import { useDesk } from './desk.ts';

const { t } = adminWords;

const parentOf = (path: string): string => path.slice(0, path.lastIndexOf('/'));

interface LevelProps {
  label: string;
  /** The organisation above: choosing it shows all of them. */
  above: string;
  options: readonly OrganisationNode[];
  chosen: string;
  nameOf: (path: string) => string;
  onChoose: (path: string) => void;
}

const Level: Component<LevelProps> = (props) => {
  const kinds = () =>
    [
      { label: t('scope.towns'), nodes: props.options.filter(({ kind }) => kind === 'town') },
      { label: t('scope.villages'), nodes: props.options.filter(({ kind }) => kind === 'village') },
      { label: t('scope.departments'), nodes: props.options.filter(({ kind }) => kind === 'department') },
    ].filter(({ nodes }) => nodes.length > 0);
  return (
    <select
      class="control scope-level"
      aria-label={props.label}
      onChange={(event) => props.onChoose(event.currentTarget.value)}
    >
      <option value={props.above} selected={props.chosen === props.above}>
        {t('scope.all', { name: props.nameOf(props.above) })}
      </option>
      <For each={kinds()}>
        {(kind) => (
          <optgroup label={kind.label}>
            <For each={kind.nodes}>
              {(node) => (
                <option value={node.path} selected={isWithin(props.chosen, node.path)}>
                  {props.nameOf(node.path)}
                </option>
              )}
            </For>
          </optgroup>
        )}
      </For>
    </select>
  );
};

/** District, town, village: how far down the caller's own area the desk looks now. It stands in the address. */
export const ScopeSwitcher: Component = () => {
  const desk = useDesk();
  const location = useLocation();
  const navigate = useNavigate();

  const childrenOf = (path: string): readonly OrganisationNode[] =>
    desk.nodes().filter((node) => node.path !== path && parentOf(node.path) === path);
  /** From the caller's own area down to what is looked at, each a level to choose from. */
  const levels = createMemo((): readonly string[] => {
    const scope = desk.session()?.scope;
    const node = desk.node();
    if (scope === undefined || node === undefined) return [];
    const above = scope.split('/').length;
    const ids = node.split('/');
    const trail = ids.map((_, index) => ids.slice(0, index + 1).join('/')).slice(above - 1);
    return trail.filter((path) => childrenOf(path).length > 0);
  });

  const choose = (path: string): void => {
    const search = new URLSearchParams(location.search);
    // Another organisation's list has other pages, and another village other areas.
    search.delete('cursor');
    search.delete('from-row');
    search.delete('area');
    if (path === desk.session()?.scope) search.delete('node');
    else search.set('node', path);
    const text = search.toString().replaceAll('%2F', '/');
    navigate(`${location.pathname}${text === '' ? '' : `?${text}`}`, { scroll: false });
  };

  return (
    <Show when={desk.node()}>
      {(node) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset would be a form's; these are no answers to send.
        <div class="scope" role="group" aria-label={t('scope.label')}>
          <Show when={levels().length > 0} fallback={<span class="scope-own">{desk.placeOf(node())}</span>}>
            <For each={levels()}>
              {(above, index) => (
                <Level
                  label={index() === 0 && !above.includes('/') ? t('scope.town') : t('scope.village')}
                  above={above}
                  options={childrenOf(above)}
                  chosen={node()}
                  nameOf={desk.nameOf}
                  onChoose={choose}
                />
              )}
            </For>
          </Show>
        </div>
      )}
    </Show>
  );
};
