import { A, createAsync } from '@solidjs/router';
import { type Component, Show } from 'solid-js';
import { formatNumber } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { Notice } from '../../ui/notice.tsx';
import { readDesk } from '../desk/desk.queries.ts';
import type { FindingFigures } from '../findings/findings.queries.ts';
import { useDesk } from '../shell/desk.ts';
import { todayWords } from './today.words.ts';

const { t } = todayWords;

const number = (value: number): string => formatNumber(value, language());
const lateOf = ({ checks }: FindingFigures): number =>
  checks.reduce((sum, { late, grave }) => sum + late + grave, 0);

const soonOf = ({ checks }: FindingFigures): number => checks.reduce((sum, { notice }) => sum + notice, 0);

/** How many promises are broken here, and how many of them nobody has taken on; nothing when none is. */
export const FindingDuties: Component = () => {
  const desk = useDesk();
  const figures = createAsync(async () => {
    const node = desk.node();
    return node === undefined ? undefined : (await readDesk(node)).findings;
  });
  return (
    <Show when={figures()}>
      {(known) => (
        <Show when={lateOf(known()) > 0}>
          <Notice tone="warn" title={t('findings.title', { n: number(lateOf(known())) })}>
            <p>
              {t('findings.text', {
                notice: number(soonOf(known())),
                unowned: number(known().unowned),
                supervision: number(known().levels.supervision + known().levels.criticism),
              })}{' '}
              <A href={desk.keepNode('/admin/findings')}>{t('findings.all')}</A>
            </p>
          </Notice>
        </Show>
      )}
    </Show>
  );
};
