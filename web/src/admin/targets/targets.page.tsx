import { createAsync, useSearchParams } from '@solidjs/router';
import { type Component, createSignal, Show } from 'solid-js';
import { programmeReaders } from '../../../../functions/programme/programme.actions.ts';
import { serviceFigureReaders } from '../../../../functions/services/services.actions.ts';
import { download } from '../../lib/download.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { showToast } from '../../ui/toast.tsx';
import { hrefWith, isPlace } from '../campaigns/place.ts';
import { moment, YearNav, yearIn } from '../figures/figures-marks.tsx';
import { useDesk } from '../shell/desk.ts';
import { Budgets } from './budgets.table.tsx';
import { readTargets, type TargetsView } from './targets.queries.ts';
import { Targets } from './targets.table.tsx';
import { targetsWords } from './targets.words.ts';
import './targets.css';

const { t } = targetsWords;

/** What the plan of a year aims at in a place, and how far it is; on the page, on A4 and as a spreadsheet the same. */
export const TargetsPage: Component = () => {
  const desk = useDesk();
  const [search] = useSearchParams();
  const [saving, setSaving] = createSignal(false);
  const year = (): string => yearIn(search['year']);
  const asked = (): string | undefined =>
    typeof search['target'] === 'string' ? search['target'] : undefined;
  const place = (): string | undefined => {
    const node = desk.node();
    return isPlace(node) ? node : undefined;
  };
  const targets = createAsync(async () => {
    const node = place();
    return node === undefined ? undefined : readTargets(node, year());
  });
  const save = async (known: TargetsView, node: string): Promise<void> => {
    setSaving(true);
    try {
      const [{ xlsxOf }, { targetsTable }] = await Promise.all([
        import('../households/export/spreadsheet-files.ts'),
        import('./targets-file.ts'),
      ]);
      const title = t('targets.caption', { node: desk.nameOf(node), year: year() });
      const table = targetsTable(title, t('as-of', { when: moment(known.asOf) }), known, desk.nameOf);
      download(await xlsxOf(table), t('save.file', { place: desk.nameOf(node), year: year() }));
    } catch {
      showToast(t('save.failed'), 'bad');
    } finally {
      setSaving(false);
    }
  };
  return (
    <div class="stack-large">
      <div class="stack">
        <PageHeader
          title={t('title', { year: year() })}
          lead={t('lead')}
          actions={
            <>
              <Show when={desk.holds(...programmeReaders)}>
                <LinkButton href={desk.keepNode(hrefWith('/admin/figures', { year: year() }))}>
                  {t('figures.culture')}
                </LinkButton>
              </Show>
              <Show when={desk.holds(...serviceFigureReaders)}>
                <LinkButton href={desk.keepNode(hrefWith('/admin/services/figures', { year: year() }))}>
                  {t('figures.services')}
                </LinkButton>
              </Show>
              <Button onPress={() => window.print()}>{t('print')}</Button>
              <Show when={targets()}>
                {(known) => (
                  <Button busy={saving()} onPress={() => void save(known(), place() ?? '')}>
                    {t('save')}
                  </Button>
                )}
              </Show>
            </>
          }
        />
        <YearNav year={year()} hrefOf={(one) => desk.keepNode(hrefWith('/admin/targets', { year: one }))} />
      </div>
      <Show when={place() ?? ''} fallback={<Notice>{t('pick-place')}</Notice>}>
        {(node) => (
          <Show when={targets()}>
            {(known) => (
              <>
                <Targets node={node()} year={year()} rows={known().rows} asked={asked()} />
                <Budgets node={node()} year={year()} rows={known().budgets} />
                <p class="soft">{t('as-of', { when: moment(known().asOf) })}</p>
              </>
            )}
          </Show>
        )}
      </Show>
    </div>
  );
};
