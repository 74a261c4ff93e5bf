import { createAsync } from '@solidjs/router';
import { type Component, For, Show } from 'solid-js';
import { isWithin } from '../../../../../functions/platform/contract/roles.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { useDesk } from '../../shell/desk.ts';
import { readOwners } from './owners.queries.ts';
import { ownersWords } from './owners.words.ts';

const { t } = ownersWords;

/** To the ledgers of bureaus that own a category, for whoever may see them, and to who leads for which town. */
export const OwnerLinks: Component<{ here?: string | undefined }> = (props) => {
  const desk = useDesk();
  const owners = createAsync(() => readOwners());
  const departments = () => [
    ...new Set(
      (owners() ?? [])
        .map(({ department }) => department)
        .filter((path) => path !== props.here && isWithin(path, desk.session()?.scope ?? '∅')),
    ),
  ];
  return (
    <Show when={owners()}>
      <p class="row no-print">
        <Show when={props.here !== undefined}>
          <LinkButton kind="quiet" href={desk.keepNode('/admin/issues')}>
            {t('owners.all')}
          </LinkButton>
        </Show>
        <For each={departments()}>
          {(department) => (
            <LinkButton kind="quiet" href={desk.keepNode(`/admin/issues?owner=${department}`)}>
              {t('owners.ledger', { department: desk.nameOf(department) })}
            </LinkButton>
          )}
        </For>
        <LinkButton kind="quiet" href={desk.keepNode('/admin/issue-owners')}>
          {t('owners.title')}
        </LinkButton>
      </p>
    </Show>
  );
};
