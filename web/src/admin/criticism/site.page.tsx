import { A, createAsync, useParams } from '@solidjs/router';
import { type Component, createSignal, Show } from 'solid-js';
import { criticismContract } from '../../../../functions/criticism/criticism.contract.ts';
import { limits } from '../../../../functions/criticism/criticism.words.ts';
import { photosContract } from '../../../../functions/photos/photos.contract.ts';
import { pathOf } from '../../../../functions/platform/contract/route.ts';
import { formatDay, formatMoment } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { DescriptionList, type Fact } from '../../ui/facts.tsx';
import { StatusTag } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { TextArea } from '../../ui/text-field.tsx';
import { CommandDialog } from '../forms/command-dialog.tsx';
import { ShownPhotos } from '../forms/photos-choice.tsx';
import { useDesk } from '../shell/desk.ts';
import { readSite, renewSites, type SiteView } from './criticism.queries.ts';
import { criticismWords } from './criticism.words.ts';
import { FiguresTable } from './figures.table.tsx';
import { lastDayBefore } from './last-day.ts';
import './criticism.css';

const { t } = criticismWords;
const { routes } = criticismContract;

const byWords = ({ at, by }: { readonly at: string; readonly by: { readonly name: string } }): string =>
  t('notice.by', { name: by.name, when: formatMoment(at, language()) });

const factsOf = ({ exemplary }: SiteView): Fact[] => {
  const approved = 'approved' in exemplary ? exemplary.approved : undefined;
  const withdrawn = exemplary.state === 'withdrawn' ? exemplary.withdrawn : undefined;
  return [
    { term: t('column.place'), value: exemplary.place },
    { term: t('site.proposed'), value: byWords(exemplary.proposed) },
    ...(approved
      ? [
          { term: t('site.approved'), value: byWords(approved) },
          { term: t('notice.expires'), value: formatDay(lastDayBefore(approved.expiresAt), language()) },
        ]
      : []),
    ...(withdrawn
      ? [{ term: t('notice.withdrawn'), value: `${byWords(withdrawn)} · ${withdrawn.reason}` }]
      : []),
  ];
};

/** One exemplary site, with the figures that speak for it. */
export const SitePage: Component = () => {
  const params = useParams<{ site: string }>();
  const desk = useDesk();
  const view = createAsync(() => readSite(params.site));
  return (
    <Show when={view()}>
      {(known) => (
        <article class="stack official">
          <p class="no-print">
            <A href={desk.keepNode('/admin/exemplary-sites')}>{t('sites.back')}</A>
          </p>
          <PageHeader
            title={known().exemplary.title}
            lead={desk.placeOf(known().exemplary.node)}
            actions={<Button onPress={() => window.print()}>{t('notice.print')}</Button>}
          />
          <p>
            <StatusTag tone="neutral">{t(`state.${known().exemplary.state}`)}</StatusTag>
          </p>
          <p class="official-text">{known().exemplary.text}</p>
          <Show when={known().exemplary.photos.length > 0}>
            <ShownPhotos
              photos={known().exemplary.photos}
              address={(photoId) => pathOf(photosContract.routes.ofSite, { site: known().site, photoId })}
            />
          </Show>
          <DescriptionList facts={factsOf(known())} />
          <FiguresTable
            node={known().exemplary.node}
            period={known().exemplary.period}
            figures={known().exemplary.figures}
          />
          <Actions view={known()} />
        </article>
      )}
    </Show>
  );
};

const Actions: Component<{ view: SiteView }> = (props) => {
  const [reason, setReason] = createSignal('');
  return (
    <div class="row no-print">
      <Show when={props.view.actions.includes('approval')}>
        <CommandDialog
          row={routes.approval}
          params={{ site: props.view.site }}
          view={props.view}
          kind="main"
          label={t('approval')}
          intro={t('approval.intro')}
          body={() => ({})}
          done={t('approval.done')}
          show={() => void renewSites()}
        />
      </Show>
      <Show when={props.view.actions.includes('withdrawal')}>
        <CommandDialog
          row={routes.siteWithdrawal}
          params={{ site: props.view.site }}
          view={props.view}
          danger
          label={t('withdrawal')}
          fields={{ reason: t('withdrawal.reason') }}
          fieldOf={{ 'criticism.personal': 'reason' }}
          body={() => ({ reason: reason() })}
          reset={() => setReason('')}
          done={t('withdrawal.done')}
          show={() => void renewSites()}
        >
          {(errorOf) => (
            <TextArea
              name="reason"
              label={t('withdrawal.reason')}
              limit={limits.reason}
              value={reason()}
              onInput={setReason}
              error={errorOf('reason')}
            />
          )}
        </CommandDialog>
      </Show>
    </div>
  );
};
