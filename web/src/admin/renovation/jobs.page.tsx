import { A, createAsync, useSearchParams } from '@solidjs/router';
import { type Component, For, Show } from 'solid-js';
import { formatReference } from '../../../../functions/platform/contract/reference.rules.ts';
import { formatDate, formatDeadline } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { LinkButton } from '../../ui/button.tsx';
import { StatusTag } from '../../ui/notice.tsx';
import { PageHeader, SubNav } from '../../ui/page.tsx';
import { EmptyState } from '../../ui/state.tsx';
import { useDesk } from '../shell/desk.ts';
import { ListFoot } from '../shell/list-foot.tsx';
import { createListPages } from '../shell/list-pages.ts';
import { type JobRow, readJobs, renewRenovations } from './renovation.queries.ts';
import { renovationWords } from './renovation.words.ts';
import { itemsWords, OverdueTag } from './renovation-marks.tsx';
import './renovation.css';

const { t } = renovationWords;

const workTones = { assessment: 'warn', building: 'warn', acceptance: 'info', done: 'ok' } as const;

/** What somebody who assesses or builds has to do: one card a home, made for a phone in one hand. */
export const JobsPage: Component = () => {
  const desk = useDesk();
  const [search] = useSearchParams();
  const isDone = (): boolean => search['list'] === 'done';
  const hrefOf = (done: boolean, cursor?: string): string =>
    desk.keepNode(
      `/admin/renovation-jobs?list=${done ? 'done' : 'now'}${cursor === undefined ? '' : `&cursor=${cursor}`}`,
    );
  const pages = createListPages((to) => hrefOf(isDone(), to));
  const page = createAsync(async () => {
    const read = await readJobs(isDone(), pages.cursor());
    pages.reached(read.next);
    return read;
  });
  return (
    <div class="stack">
      <PageHeader
        title={t('jobs.title')}
        lead={t('jobs.lead')}
        actions={
          <LinkButton href={desk.keepNode('/admin/renovation-lots')}>
            {desk.holds('contractor') ? t('jobs.lots') : t('list.lots')}
          </LinkButton>
        }
      />
      <SubNav
        label={t('jobs.lists')}
        items={[
          { href: hrefOf(false), label: t('jobs.now'), current: !isDone() },
          { href: hrefOf(true), label: t('jobs.done'), current: isDone() },
        ]}
      />
      <Show when={page()}>
        {(known) => (
          <>
            <Show
              when={known().rows.length > 0}
              fallback={
                <EmptyState title={isDone() ? t('jobs.empty.done') : t('jobs.empty.now')}>
                  <p>{t('jobs.empty.text')}</p>
                </EmptyState>
              }
            >
              <ul class="renovation-jobs">
                <For each={known().rows}>
                  {(row) => (
                    <li>
                      <Job row={row} />
                    </li>
                  )}
                </For>
              </ul>
            </Show>
            <ListFoot
              summary={t('jobs.count', { n: known().rows.length })}
              asOf={known().asOf}
              cursor={pages.cursor()}
              previousHref={pages.previousHref()}
              next={known().next}
              hrefOf={(to) => hrefOf(isDone(), to)}
              renew={renewRenovations}
            />
          </>
        )}
      </Show>
    </div>
  );
};

const Job: Component<{ row: JobRow }> = (props) => {
  const desk = useDesk();
  const address = (): string => desk.keepNode(`/admin/renovations/${props.row.reference}`);
  return (
    <article class="renovation-job">
      <header class="row">
        <h2>
          <A href={address()}>{formatReference(props.row.reference)}</A>
        </h2>
        <StatusTag tone={workTones[props.row.work]}>{t(`jobs.work.${props.row.work}`)}</StatusTag>
        <Show when={props.row.overdue}>
          <OverdueTag />
        </Show>
      </header>
      <p>
        {props.row.name} · {desk.placeOf(props.row.village)}
      </p>
      <p>{itemsWords(props.row.items)}</p>
      <Show when={props.row.day}>
        {(day) => <p>{t('jobs.day', { day: formatDate(day(), language()) })}</p>}
      </Show>
      <Show when={props.row.dueAt}>
        {(dueAt) => <p class="soft">{formatDeadline(dueAt(), language())}</p>}
      </Show>
      <Show when={props.row.reworks > 0}>
        <p>
          <StatusTag tone="warn">{t('jobs.rework', { n: props.row.reworks })}</StatusTag>
        </p>
      </Show>
      <p>
        <Show when={props.row.work === 'assessment'} fallback={<OpenJob row={props.row} href={address()} />}>
          <LinkButton
            kind="main"
            href={desk.keepNode(`/admin/renovations/${props.row.reference}/assessment`)}
          >
            {t('jobs.assess')}
          </LinkButton>
        </Show>
      </p>
    </article>
  );
};

const OpenJob: Component<{ row: JobRow; href: string }> = (props) => (
  <LinkButton kind={props.row.work === 'building' ? 'main' : 'second'} href={props.href}>
    {t('jobs.open')}
  </LinkButton>
);
