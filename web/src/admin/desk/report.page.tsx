import { A, createAsync, useParams } from '@solidjs/router';
import { type Component, createSignal, Show } from 'solid-js';
import { download } from '../../lib/download.ts';
import { formatDate, formatMoment } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { showToast } from '../../ui/toast.tsx';
import { atNode, useDesk } from '../shell/desk.ts';
import { type ReportView, readReport } from './desk.queries.ts';
import { reportsWords } from './desk.words.ts';
import { changeWords, figureWords, type ReportLine, reportLines } from './report-lines.ts';
import './desk.css';

const { t } = reportsWords;

const columns = (node: string, isCompared: boolean): readonly Column<ReportLine>[] => [
  { key: 'part', header: t('report.column.part'), cell: ({ about }) => about },
  {
    key: 'what',
    header: t('report.column.what'),
    isRowHeader: true,
    cell: ({ what, href }) => <A href={atNode(href, node)}>{what}</A>,
  },
  { key: 'figure', header: t('report.column.figure'), align: 'end', cell: figureWords },
  ...(isCompared
    ? [{ key: 'changed', header: t('report.column.changed'), align: 'end' as const, cell: changeWords }]
    : []),
];

/** A week's report: on the page, on A4 and as a spreadsheet the same lines. */
export const ReportPage: Component = () => {
  const params = useParams();
  const report = createAsync(() => readReport(params['report'] ?? ''));
  return <Show when={report()}>{(known) => <Report report={known()} />}</Show>;
};

const Report: Component<{ report: ReportView }> = (props) => {
  const desk = useDesk();
  const [saving, setSaving] = createSignal(false);
  const place = (): string => desk.placeOf(props.report.node);
  const title = (): string => t('report.title', { place: place(), week: props.report.week });
  const period = () => ({
    from: formatDate(props.report.from, language()),
    to: formatDate(props.report.to, language()),
  });
  const lead = (): string =>
    t('report.lead', { ...period(), when: formatMoment(props.report.drawnAt, language()) });
  const lines = () => reportLines(props.report);
  const save = async (): Promise<void> => {
    setSaving(true);
    try {
      const [{ xlsxOf }, { reportTable }] = await Promise.all([
        import('../households/export/spreadsheet-files.ts'),
        import('./report-file.ts'),
      ]);
      const name = t('report.file', { place: desk.nameOf(props.report.node), week: props.report.week });
      download(await xlsxOf(reportTable(title(), lead(), lines())), name);
    } catch {
      showToast(t('report.save.failed'), 'bad');
    } finally {
      setSaving(false);
    }
  };
  return (
    <div class="stack">
      <p class="no-print">
        <A href={desk.keepNode('/admin/reports')}>{t('report.back')}</A>
      </p>
      <PageHeader
        title={title()}
        lead={lead()}
        actions={
          <>
            <Button onPress={() => window.print()}>{t('report.print')}</Button>
            <Button busy={saving()} onPress={() => void save()}>
              {t('report.save')}
            </Button>
          </>
        }
      />
      <Show when={props.report.before === undefined}>
        <p class="soft">{t('report.no-before')}</p>
      </Show>
      <Table
        caption={t('report.caption', { place: place(), ...period() })}
        columns={columns(props.report.node, props.report.before !== undefined)}
        rows={lines()}
      />
      <p class="soft">{t('report.cohort')}</p>
      <p class="soft no-print">{t('report.links')}</p>
      <p class="report-signature">
        <span>{t('report.filled-in')}</span>
        <span>{t('report.responsible')}</span>
        <span>{t('report.date')}</span>
      </p>
    </div>
  );
};
