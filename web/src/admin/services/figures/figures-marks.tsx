import { A } from '@solidjs/router';
import type { Component, JSX } from 'solid-js';
import type { Role } from '../../../../../functions/platform/contract/roles.ts';
import { formatMoment, formatNumber } from '../../../lib/format.ts';
import { language } from '../../../lib/i18n/i18n.ts';
import { Bar } from '../../../ui/bar.tsx';
import { useDesk } from '../../shell/desk.ts';
import { serviceFiguresWords } from './figures.words.ts';

const { t } = serviceFiguresWords;

export const number = (value: number): string => formatNumber(value, language());
export const moment = (instant: string): string => formatMoment(instant, language());

/** The list behind a figure: for whoever may open it, and by what it is a list of. */
export const ListLink: Component<{ href: string; what: string; roles: readonly Role[] }> = (props) => {
  const desk = useDesk();
  return (
    <>
      {desk.holds(...props.roles) ? (
        <A href={desk.keepNode(props.href)} aria-label={t('open.of', { what: props.what })}>
          {t('open')}
        </A>
      ) : (
        '–'
      )}
    </>
  );
};

/** A figure with its picture. */
export const withBar = (part: number, whole: number): JSX.Element => (
  <>
    {number(part)}
    <Bar part={part} whole={whole} />
  </>
);
