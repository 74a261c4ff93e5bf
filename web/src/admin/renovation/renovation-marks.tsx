import { type Component, For, Show } from 'solid-js';
import type { PhotoId } from '../../../../functions/platform/photos/photo.contract.ts';
import type { RenovationItem } from '../../../../functions/renovation/renovation.words.ts';
import { formatDeadlineShort } from '../../lib/format.ts';
import type { Tone } from '../../ui/icons.tsx';
import { StatusTag } from '../../ui/notice.tsx';
import { photoAddress, type RenovationRow } from './renovation.queries.ts';
import { renovationWords } from './renovation.words.ts';

const { t } = renovationWords;

type State = RenovationRow['state'];

const stateTones = {
  applied: 'warn',
  checked: 'warn',
  reviewed: 'warn',
  papers: 'neutral',
  assessed: 'warn',
  feasible: 'warn',
  planned: 'info',
  agreed: 'warn',
  queued: 'neutral',
  noticed: 'info',
  ready: 'warn',
  building: 'info',
  finished: 'warn',
  accepted: 'warn',
  paid: 'ok',
  closed: 'ok',
  rejected: 'bad',
  appealed: 'warn',
  withdrawn: 'neutral',
} as const satisfies Record<State, Tone>;

export const StateTag: Component<{ state: State }> = (props) => (
  <StatusTag tone={stateTones[props.state]}>{t(`state.${props.state}`)}</StatusTag>
);

export const OverdueTag: Component = () => <StatusTag tone="bad">{t('overdue')}</StatusTag>;

export const itemsWords = (items: readonly RenovationItem[]): string =>
  items.map((item) => t(`item.${item}`)).join(t('items.and'));

/** What a certificate says, in words. */
export const disabilityWords = ({ category, grade }: Pick<RenovationRow, 'category' | 'grade'>): string =>
  t('disability', { category: t(`category.${category}`), grade });

/** Severe: grades 1 and 2 come before 3 and 4 in the queue. */
export const isSevere = (grade: number): boolean => grade <= 2;

/** A deadline in a list, with what became of it. */
export const DueCell: Component<{ dueAt: string | undefined; overdue: boolean }> = (props) => (
  <Show when={props.dueAt} fallback={t('column.none')}>
    {(dueAt) => (
      <span class="renovation-due">
        <time datetime={dueAt()}>{formatDeadlineShort(dueAt())}</time>
        <Show when={props.overdue}>
          <OverdueTag />
        </Show>
      </span>
    )}
  </Show>
);

interface PhotosProps {
  reference: string;
  ids: readonly PhotoId[];
  /** What they show: the photos themselves are told apart by their number only. */
  of: string;
}

export const Photos: Component<PhotosProps> = (props) => (
  <ul class="photos renovation-photos">
    <For each={props.ids}>
      {(photo, index) => (
        <li class="photo">
          <a href={photoAddress(props.reference, photo)} target="_blank" rel="noopener external">
            <img
              src={photoAddress(props.reference, photo)}
              alt={t('photo.of', { what: props.of, n: index() + 1 })}
              loading="lazy"
            />
          </a>
        </li>
      )}
    </For>
  </ul>
);
