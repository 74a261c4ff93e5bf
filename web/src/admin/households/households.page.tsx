import { A, createAsync, revalidate, useNavigate, useSearchParams } from '@solidjs/router';
import { type Component, For, Show } from 'solid-js';
import { openers, registrars } from '../../../../functions/households/households.actions.ts';
import { householdCategories } from '../../../../functions/households/households.words.ts';
import { formatNumber } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { LinkButton } from '../../ui/button.tsx';
import { SelectField } from '../../ui/choice-field.tsx';
import { PageHeader, SubNav } from '../../ui/page.tsx';
import { EmptyState } from '../../ui/state.tsx';
import { Table } from '../../ui/table.tsx';
import { useDesk } from '../shell/desk.ts';
import { ListFoot } from '../shell/list-foot.tsx';
import { createListPages } from '../shell/list-pages.ts';
import { LookUpAction } from './actions/look-up.action.tsx';
import { isVillage } from './door.ts';
import { withChangedAreas } from './fresh-areas.ts';
import { householdColumns } from './household-columns.tsx';
import { HouseholdTasks } from './household-tasks.tsx';
import { readAreas, readHouseholdFigures, readHouseholds, type Standing } from './households.queries.ts';
import { householdsWords } from './households.words.ts';
import './households.css';

const { t } = householdsWords;

/** The register of a village; above it, which villages there are. */
export const HouseholdsPage: Component = () => {
  const desk = useDesk();
  const village = (): string | undefined => {
    const node = desk.node();
    return isVillage(node) ? node : undefined;
  };
  return (
    <div class="stack">
      <PageHeader
        title={t('households.title')}
        actions={
          <>
            <Show when={desk.holds(...openers)}>
              <LookUpAction />
            </Show>
            <Show when={desk.holds(...registrars)}>
              <LinkButton kind="main" href={desk.keepNode('/admin/households/new')}>
                {t('households.new')}
              </LinkButton>
            </Show>
          </>
        }
      />
      <HouseholdTasks />
      <Show when={desk.node()}>{(node) => <Figures node={node()} />}</Show>
      <Show when={village()} fallback={<Villages />}>
        {(node) => <Register node={node()} />}
      </Show>
    </div>
  );
};

const Figures: Component<{ node: string }> = (props) => {
  const figures = createAsync(() => readHouseholdFigures(props.node));
  const shown = (): (readonly [string, number])[] => {
    const now = figures()?.now ?? {};
    const kinds = (['active', 'home', 'shop'] as const).map(
      (field) => [t(`figure.${field}`), now[field] ?? 0] as const,
    );
    const categories = householdCategories
      .map((each) => [t(`category.${each}`), now[each] ?? 0] as const)
      .filter(([, n]) => n > 0);
    return [...kinds, ...categories];
  };
  return (
    <Show when={figures()}>
      <dl class="household-figures">
        <For each={shown()}>
          {([term, n]) => (
            <div>
              <dt>{term}</dt>
              <dd>{formatNumber(n, language())}</dd>
            </div>
          )}
        </For>
      </dl>
    </Show>
  );
};

/** Only villages have households; above them one chooses which. */
const Villages: Component = () => {
  const desk = useDesk();
  const villages = () =>
    desk.nodes().filter(({ kind, path }) => kind === 'village' && path.startsWith(`${desk.node() ?? ''}/`));
  return (
    <section class="stack" aria-labelledby="villages">
      <h2 id="villages">{t('households.villages')}</h2>
      <Show
        when={villages().length > 0}
        fallback={
          <EmptyState title={t('households.no-village')}>
            <p>{t('households.no-village.text')}</p>
          </EmptyState>
        }
      >
        <ul class="household-villages">
          <For each={villages()}>
            {({ path }) => (
              <li>
                <A href={`/admin/households?node=${path}`}>{desk.placeOf(path)}</A>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </section>
  );
};

const standings = ['active', 'gone'] as const satisfies readonly Standing[];

const Register: Component<{ node: string }> = (props) => {
  const desk = useDesk();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const textOf = (name: string): string | undefined => {
    const value = search[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const area = (): string | undefined => textOf('area');
  const status = (): Standing => (search['status'] === 'gone' ? 'gone' : 'active');
  const known = createAsync(() => readAreas(props.node), { initialValue: [] });
  const areas = () => withChangedAreas(known(), props.node);
  const hrefOf = (wanted: {
    area?: string | undefined;
    status?: Standing;
    cursor?: string | undefined;
  }): string => {
    const query = new URLSearchParams();
    if (wanted.status === 'gone') query.set('status', 'gone');
    if (wanted.area !== undefined) query.set('area', wanted.area);
    if (wanted.cursor !== undefined) query.set('cursor', wanted.cursor);
    const text = query.toString();
    return desk.keepNode(`/admin/households${text === '' ? '' : `?${text}`}`);
  };
  const pageHref = (to: string | undefined): string => hrefOf({ area: area(), status: status(), cursor: to });
  const pages = createListPages(pageHref);
  const { cursor } = pages;
  const page = createAsync(async () => {
    const read = await readHouseholds(props.node, area(), status(), cursor());
    pages.reached(read.next);
    return read;
  });
  const areaName = (id: string): string => areas().find((each) => each.area === id)?.name ?? id;

  return (
    <>
      <div class="household-filters no-print">
        <SubNav
          label={t('households.standing')}
          items={standings.map((each) => ({
            href: hrefOf({ area: area(), status: each }),
            label: t(`status.${each}`),
            current: each === status(),
          }))}
        />
        <Show when={areas().length > 0}>
          <SelectField
            name="area"
            label={t('households.area')}
            options={[
              ...areas().map((each) => ({ value: each.area, label: each.name })),
              { value: '-', label: t('households.area.none') },
            ]}
            emptyLabel={t('households.area.all')}
            value={area() ?? ''}
            onChange={(wanted) => navigate(hrefOf({ area: wanted || undefined, status: status() }))}
            width="medium"
          />
        </Show>
      </div>
      <Show when={page()}>
        {(known) => (
          <>
            <Show
              when={known().rows.length > 0}
              fallback={
                <EmptyState title={t('households.empty')}>
                  <p>{t('households.empty.text')}</p>
                </EmptyState>
              }
            >
              <Table
                caption={t('households.caption', {
                  node: desk.nameOf(props.node),
                  status: t(`status.${status()}`),
                })}
                columns={householdColumns({ desk, areaName })}
                rows={known().rows}
              />
            </Show>
            <ListFoot
              summary={t('households.count', { n: known().rows.length })}
              asOf={known().asOf}
              cursor={cursor()}
              previousHref={pages.previousHref()}
              next={known().next}
              hrefOf={pageHref}
              renew={() => revalidate([readHouseholds.key, readHouseholdFigures.key])}
            />
          </>
        )}
      </Show>
    </>
  );
};
