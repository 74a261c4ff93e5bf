import { type Component, For, onMount, Show } from 'solid-js';
import { Notice } from '../../../ui/notice.tsx';
import { adminWords } from '../../admin.words.ts';
import type { CaseView } from '../../queries.ts';
import { useDesk } from '../../shell/desk.ts';
import { changesBetween } from '../case-changes.ts';
import { issuesWords } from '../issues.words.ts';

const { t } = issuesWords;

export interface StalePaneProps {
  before: CaseView;
  /** As it stands now. */
  after: CaseView;
  isStillAllowed: boolean;
}

/** Both versions beside each other: what was written below is kept, and the reader decides whether it still holds. */
export const StalePane: Component<StalePaneProps> = (props) => {
  const desk = useDesk();
  const changes = () => changesBetween(props.before, props.after, desk.nameOf);
  let pane: HTMLDivElement | undefined;
  onMount(() => pane?.focus());
  return (
    <div class="stale" role="alert" tabindex="-1" ref={(element) => (pane = element)}>
      <Notice tone="warn" title={adminWords.t('stale.title')}>
        <p>{props.isStillAllowed ? t('stale.kept') : adminWords.t('stale.gone')}</p>
        <Show when={changes().length > 0} fallback={<p>{t('stale.records')}</p>}>
          <table class="stale-changes">
            <thead>
              <tr>
                <th scope="col">{t('stale.field')}</th>
                <th scope="col">{t('stale.was')}</th>
                <th scope="col">{t('stale.is')}</th>
              </tr>
            </thead>
            <tbody>
              <For each={changes()}>
                {(change) => (
                  <tr>
                    <th scope="row">{change.term}</th>
                    <td>{change.was}</td>
                    <td>{change.is}</td>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </Show>
      </Notice>
    </div>
  );
};
