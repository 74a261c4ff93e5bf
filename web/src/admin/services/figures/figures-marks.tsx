import { A } from '@solidjs/router';
import { type Component, type JSX, Show } from 'solid-js';
import type { Role } from '../../../../../functions/platform/contract/roles.ts';
import { formatMoment, formatNumber } from '../../../lib/format.ts';
import { language } from '../../../lib/i18n/i18n.ts';
import { Bar } from '../../../ui/bar.tsx';
import { useDesk } from '../../shell/desk.ts';
import { serviceFiguresWords } from './figures.words.ts';

const { t } = serviceFiguresWords;

export const number = (value: number): string => formatNumber(value, language());
export const moment = (instant: string): string => formatMoment(instant, language());

interface ListLinkProps {
  href: string;
  /** What it is a list of, and the figure: all a screen reader says of the link. */
  what: string;
  count: string;
  roles: readonly Role[];
}

/** A figure that opens the list behind it, for whoever may see that. */
export const ListLink: Component<ListLinkProps> = (props) => {
  const desk = useDesk();
  return (
    <Show when={desk.holds(...props.roles)} fallback={props.count}>
      <A href={desk.keepNode(props.href)} aria-label={t('open.of', { what: props.what, count: props.count })}>
        {props.count}
      </A>
    </Show>
  );
};

/** A figure with its picture. */
export const withBar = (part: number, whole: number): JSX.Element => (
  <>
    {number(part)}
    <Bar part={part} whole={whole} />
  </>
);
