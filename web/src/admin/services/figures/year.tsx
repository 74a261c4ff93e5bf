import { type Component, Show } from 'solid-js';
import type { Role } from '../../../../../functions/platform/contract/roles.ts';
import { personReaders, thingReaders } from '../../../../../functions/services/services.actions.ts';
import type { ServiceFigure } from '../../../../../functions/services/services.words.ts';
import { formatYuan } from '../../../lib/format.ts';
import { language } from '../../../lib/i18n/i18n.ts';
import { type Column, Table } from '../../../ui/table.tsx';
import { useDesk } from '../../shell/desk.ts';
import type { ServiceFigures } from '../services.queries.ts';
import { serviceFiguresWords } from './figures.words.ts';
import { ListLink, moment, number } from './figures-marks.tsx';

const { t } = serviceFiguresWords;

interface Line {
  readonly figure: ServiceFigure;
  readonly list: string;
  readonly roles: readonly Role[];
}

const linesOf = (year: number): readonly Line[] => {
  const of = (list: string, roles: readonly Role[], figures: readonly ServiceFigure[]): Line[] =>
    figures.map((figure) => ({ figure, list: `/admin/services/${list}`, roles }));
  return [
    ...of('devices/handouts?list=given', personReaders, ['devices']),
    ...of('helps', personReaders, ['children', 'helps']),
    ...of('centres', thingReaders, ['joined', 'attendances', 'employments']),
    ...of('receipts', personReaders, ['households', 'receipts']),
    ...of(`events?year=${year}`, thingReaders, ['events', 'served', 'volunteers', 'leaflets']),
    ...of(`events?year=${year}`, thingReaders, ['works', 'takings']),
  ];
};

const countOf = ({ figures }: ServiceFigures, figure: ServiceFigure): string =>
  figure === 'takings' ? formatYuan(figures.takings, language()) : number(figures[figure]);

/** Everything that is counted of a year, each with the list it was counted from. */
export const YearPart: Component<{ figures: ServiceFigures }> = (props) => {
  const desk = useDesk();
  const columns = (): readonly Column<Line>[] => [
    {
      key: 'what',
      header: t('column.what'),
      isRowHeader: true,
      cell: ({ figure }) => t(`figure.${figure}`),
    },
    {
      key: 'count',
      header: t('column.count'),
      align: 'end',
      cell: ({ figure, list, roles }) => (
        <>
          <ListLink
            href={list}
            what={t(`figure.${figure}`)}
            count={countOf(props.figures, figure)}
            roles={roles}
          />
          <Show when={figure === 'served' && props.figures.servedByProgramme > 0}>
            <span class="soft services-line">
              {t('figure.served.programme', { n: number(props.figures.servedByProgramme) })}
            </span>
          </Show>
        </>
      ),
    },
  ];
  return (
    <section class="stack" aria-labelledby="figures-year">
      <h2 id="figures-year">{t('year.title')}</h2>
      <Table
        caption={t('year.caption', {
          node: desk.nameOf(desk.node() ?? ''),
          year: String(props.figures.year),
        })}
        captionHidden
        columns={columns()}
        rows={linesOf(props.figures.year)}
      />
      <p class="soft">
        {t('as-of', { node: desk.nameOf(desk.node() ?? ''), when: moment(props.figures.asOf) })}
      </p>
    </section>
  );
};
