import { A, createAsync, useSearchParams } from '@solidjs/router';
import { type Component, Show } from 'solid-js';
import { LinkButton } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { hrefWith, isPlace } from '../campaigns/place.ts';
import { type Desk, useDesk } from '../shell/desk.ts';
import { type CategoryFigures, readYearFigures, type YearFigures } from './figures.queries.ts';
import { figuresWords } from './figures.words.ts';
import { categoryWords, moment, number, YearNav, yearIn } from './figures-marks.tsx';
import './figures.css';

const { t } = figuresWords;

const columnsFor = (desk: Desk, year: string): readonly Column<CategoryFigures>[] => [
  {
    key: 'category',
    header: t('figures.category'),
    isRowHeader: true,
    cell: ({ category }) => categoryWords(category),
  },
  ...(['activities', 'sessions', 'people'] as const).map((measure) => ({
    key: measure,
    header: t(`figures.count.${measure}`),
    align: 'end' as const,
    cell: (row: CategoryFigures) => number(row[measure]),
  })),
  {
    key: 'villages',
    header: t('figures.villages'),
    cell: ({ category }) => (
      <A
        href={desk.keepNode(hrefWith('/admin/figures/coverage', { category, year }))}
        aria-label={t('figures.villages.look.of', { category: categoryWords(category) })}
      >
        {t('figures.villages.look')}
      </A>
    ),
  },
];

/** What a year has come to at a place; how that stands against its plan is a page of its own. */
export const FiguresPage: Component = () => {
  const desk = useDesk();
  const [search] = useSearchParams();
  const year = (): string => yearIn(search['year']);
  const place = (): string | undefined => {
    const node = desk.node();
    return isPlace(node) ? node : undefined;
  };
  const figures = createAsync(async () => {
    const node = place();
    return node === undefined ? undefined : readYearFigures(node, year());
  });
  return (
    <div class="stack-large">
      <div class="stack">
        <PageHeader
          title={t('figures.title', { year: year() })}
          lead={t('figures.lead')}
          actions={
            <>
              <LinkButton href={desk.keepNode('/admin/activities')}>{t('figures.activities')}</LinkButton>
              <LinkButton href={desk.keepNode(hrefWith('/admin/targets', { year: year() }))}>
                {t('figures.targets')}
              </LinkButton>
              <LinkButton href={desk.keepNode(hrefWith('/admin/publicity', { year: year() }))}>
                {t('figures.publicity')}
              </LinkButton>
            </>
          }
        />
        <YearNav year={year()} hrefOf={(one) => desk.keepNode(hrefWith('/admin/figures', { year: one }))} />
      </div>
      <Show when={place() ?? ''} fallback={<Notice>{t('pick-place')}</Notice>}>
        {(node) => (
          <Show when={figures()}>{(known) => <Held figures={known()} node={node()} year={year()} />}</Show>
        )}
      </Show>
    </div>
  );
};

const Held: Component<{ figures: YearFigures; node: string; year: string }> = (props) => {
  const desk = useDesk();
  const sum = (measure: 'activities' | 'sessions' | 'people'): string =>
    number(props.figures.categories.reduce((total, row) => total + row[measure], 0));
  return (
    <section class="stack" aria-labelledby="held">
      <h2 id="held">{t('figures.held')}</h2>
      <Table
        caption={t('figures.held.caption', { node: desk.placeOf(props.node) })}
        captionHidden
        columns={columnsFor(desk, props.year)}
        rows={props.figures.categories}
      />
      <p>
        <strong>{t('figures.sum')}</strong>{' '}
        {(['activities', 'sessions', 'people'] as const)
          .map((measure) => `${t(`figures.count.${measure}`)} ${sum(measure)}`)
          .join(' · ')}
      </p>
      <p>
        {t('figures.projects', {
          equipment: number(props.figures.equipment.done),
          venues: number(props.figures.newVenues.done),
        })}{' '}
        <A href={desk.keepNode(hrefWith('/admin/upgrades', { year: props.year }))}>
          {t('figures.projects.look')}
        </A>
      </p>
      <p class="soft">{t('as-of', { when: moment(props.figures.asOf) })}</p>
    </section>
  );
};
