import { A, createAsync, useNavigate, useSearchParams } from '@solidjs/router';
import { type Component, createMemo, Show } from 'solid-js';
import { categories } from '../../../../functions/programme/programme.words.ts';
import { formatRate } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { Bar } from '../../ui/bar.tsx';
import { SelectField } from '../../ui/choice-field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { hrefWith, isPlace } from '../campaigns/place.ts';
import { useDesk } from '../shell/desk.ts';
import { type Coverage, readCoverage } from './figures.queries.ts';
import { figuresWords } from './figures.words.ts';
import { categoryIn, categoryWords, moment, Names, number, YearNav, yearIn } from './figures-marks.tsx';
import './figures.css';

const { t } = figuresWords;

type Town = Coverage['towns'][number];
type Village = Town['villages'][number];

const nameOf = ({ name }: Pick<Village, 'name'>): string => (language() === 'en' ? name.en : name.zh);

const columns = (): readonly Column<Town>[] => [
  { key: 'town', header: t('coverage.town'), isRowHeader: true, cell: nameOf },
  {
    key: 'rate',
    header: t('coverage.rate'),
    cell: ({ covered, of }) => (
      <>
        {formatRate(covered, of, language())}
        <Bar part={covered} whole={of} tone={covered === of ? 'ok' : 'warn'} />
      </>
    ),
  },
  {
    key: 'sessions',
    header: t('coverage.sessions'),
    align: 'end',
    cell: ({ sessions }) => number(sessions),
  },
  {
    key: 'missing',
    header: t('coverage.missing'),
    cell: ({ villages }) => {
      const missing = villages.filter(({ sessions }) => sessions === 0);
      return missing.length === 0 ? t('coverage.full') : <Names of={missing.map(nameOf)} />;
    },
  },
  {
    key: 'villages',
    header: t('coverage.villages'),
    cell: ({ villages }) => (
      <details>
        <summary>{t('coverage.villages')}</summary>
        <Names
          of={villages.map((village) =>
            t('coverage.of-village', { village: nameOf(village), n: number(village.sessions) }),
          )}
        />
      </details>
    ),
  },
];

/** In which villages something of a category took place in a year, and by name in which nothing did. */
export const CoveragePage: Component = () => {
  const desk = useDesk();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const year = (): string => yearIn(search['year']);
  const category = () => categoryIn(search['category']) ?? 'training';
  const hrefOf = (one: { year?: string; category?: string }): string =>
    desk.keepNode(hrefWith('/admin/figures/coverage', { category: category(), year: year(), ...one }));
  const coverage = createAsync(async () => {
    const node = desk.node();
    return isPlace(node) ? readCoverage(node, year(), category()) : undefined;
  });
  const towns = createMemo(() =>
    [...(coverage()?.towns ?? [])].sort((a, b) => b.of - b.covered - (a.of - a.covered)),
  );
  return (
    <div class="stack">
      <p class="no-print">
        <A href={desk.keepNode(hrefWith('/admin/figures', { year: year() }))}>{t('coverage.back')}</A>
      </p>
      <PageHeader title={t('coverage.title', { year: year() })} lead={t('coverage.lead')} />
      <YearNav year={year()} hrefOf={(one) => hrefOf({ year: one })} />
      <SelectField
        name="category"
        label={t('figures.category')}
        emptyLabel=""
        width="medium"
        options={categories.map((value) => ({ value, label: categoryWords(value) }))}
        value={category()}
        onChange={(value) => navigate(hrefOf({ category: value }), { scroll: false })}
      />
      <Show when={isPlace(desk.node())} fallback={<Notice>{t('pick-place')}</Notice>}>
        <Show when={coverage()}>
          {(known) => (
            <>
              <p>
                <strong>
                  {t('coverage.all', { rate: formatRate(known().covered, known().of, language()) })}
                </strong>
              </p>
              <Table
                caption={t('coverage.caption', { category: categoryWords(known().category) })}
                columns={columns()}
                rows={towns()}
              />
              <p class="soft">{t('as-of', { when: moment(known().asOf) })}</p>
            </>
          )}
        </Show>
      </Show>
    </div>
  );
};
