import { A, createAsync, useParams } from '@solidjs/router';
import { type Component, createSignal, Show } from 'solid-js';
import { criticismContract } from '../../../../functions/criticism/criticism.contract.ts';
import { limits } from '../../../../functions/criticism/criticism.words.ts';
import { trailOf } from '../../../../functions/platform/contract/node-path.ts';
import { localDateOf } from '../../../../functions/platform/runtime/time.ts';
import { formatDate, formatDay, formatDeadline, formatMoment } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { DescriptionList, type Fact, Timeline, type TimelineEntry } from '../../ui/facts.tsx';
import { Notice, StatusTag } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { TextArea } from '../../ui/text-field.tsx';
import { CommandDialog } from '../forms/command-dialog.tsx';
import { useDesk } from '../shell/desk.ts';
import {
  type CriticismView,
  readCriticism,
  readCriticismHistory,
  renewCriticism,
} from './criticism.queries.ts';
import { criticismWords } from './criticism.words.ts';
import { CasesTable, FiguresTable } from './figures.table.tsx';
import { lastDayBefore } from './last-day.ts';
import './criticism.css';

const { t, find } = criticismWords;
const { routes } = criticismContract;

const moment = (at: string): string => formatMoment(at, language());

/** One notice: in its official form, which is also what is printed, with the reply and the cases behind it. */
export const CriticismPage: Component = () => {
  const params = useParams<{ criticism: string }>();
  const desk = useDesk();
  const view = createAsync(() => readCriticism(params.criticism));
  return (
    <Show when={view()}>
      {(known) => (
        <article class="stack official">
          <p class="no-print">
            <A href={desk.keepNode('/admin/criticisms')}>{t('notice.back')}</A>
          </p>
          <Official view={known()} />
          <Actions view={known()} />
          <section class="stack no-print" aria-labelledby="history">
            <h2 id="history">{t('history.title')}</h2>
            <DescriptionList facts={factsOf(known())} />
            <History criticism={known().criticism} />
          </section>
        </article>
      )}
    </Show>
  );
};

const Official: Component<{ view: CriticismView }> = (props) => {
  const desk = useDesk();
  const notice = () => props.view.notice;
  const published = () => {
    const known = notice();
    return 'published' in known ? known.published : undefined;
  };
  const withdrawn = () => {
    const known = notice();
    return known.state === 'withdrawn' ? known.withdrawn : undefined;
  };
  return (
    <>
      <p class="official-head" aria-hidden="true">
        {t('notice.head')}
      </p>
      <p class="official-number">
        <Show
          when={published()}
          fallback={<StatusTag tone="neutral">{t(`state.${notice().state}`)}</StatusTag>}
        >
          {(known) => t('column.number.of', { year: known().year, n: known().number })}
        </Show>
      </p>
      <PageHeader
        title={notice().title}
        lead={t('notice.kind', { place: desk.placeOf(notice().node) })}
        actions={<Button onPress={() => window.print()}>{t('notice.print')}</Button>}
      />
      <Show when={withdrawn()}>
        {(known) => (
          <Notice tone="bad" title={t('notice.withdrawn')}>
            <p>
              {t('notice.withdrawn.text', {
                ...{ name: known().by.name, when: moment(known().at), reason: known().reason },
              })}
            </p>
          </Notice>
        )}
      </Show>
      <p>{t('notice.to', { place: desk.placeOf(notice().node) })}</p>
      <p class="official-text">{notice().text}</p>
      <FiguresTable node={notice().node} period={notice().period} figures={notice().figures} />
      <CasesTable cases={notice().figures.cases} later={props.view.later} />
      <section class="stack" aria-labelledby="reply">
        <h2 id="reply">{t('notice.reply', { place: desk.placeOf(notice().node) })}</h2>
        <Show
          when={notice().reply}
          fallback={
            <p>
              {notice().state === 'drafted'
                ? t('column.reply.by', { day: formatDate(notice().replyClock.dueDate, language()) })
                : t('notice.no-reply')}
            </p>
          }
        >
          {(known) => (
            <>
              <p class="official-text">{known().text}</p>
              <p class="soft">{moment(known().at)}</p>
            </>
          )}
        </Show>
      </section>
      <Show when={published()}>
        {(known) => (
          <p class="official-end">
            {desk.placeOf(trailOf(notice().node)[0] ?? '')}
            <br />
            {formatDay(localDateOf(known().at), language())}
          </p>
        )}
      </Show>
    </>
  );
};

const factsOf = ({ notice }: CriticismView): Fact[] => {
  const { drafted, replyClock } = notice;
  const published = 'published' in notice ? notice.published : undefined;
  const due = formatDeadline(replyClock.dueAt, language());
  const by = ({ at, by: { name } }: typeof drafted): string => t('notice.by', { name, when: moment(at) });
  return [
    { term: t('notice.drafted'), value: by(drafted) },
    {
      term: t('notice.reply-by'),
      value: replyClock.provisional ? t('notice.provisional', { when: due }) : due,
    },
    ...(published
      ? [
          { term: t('notice.published'), value: by(published) },
          { term: t('notice.expires'), value: formatDay(lastDayBefore(published.expiresAt), language()) },
        ]
      : []),
  ];
};

const Actions: Component<{ view: CriticismView }> = (props) => {
  const [text, setText] = createSignal('');
  const [reason, setReason] = createSignal('');
  const params = () => ({ criticism: props.view.criticism });
  const may = (action: CriticismView['actions'][number]): boolean => props.view.actions.includes(action);
  return (
    <div class="row no-print">
      <Show when={may('reply')}>
        <CommandDialog
          row={routes.reply}
          params={params()}
          view={props.view}
          kind="main"
          label={t('reply')}
          intro={t('reply.intro')}
          fields={{ text: t('reply.text') }}
          fieldOf={{ 'criticism.personal': 'text' }}
          body={() => ({ text: text() })}
          reset={() => setText('')}
          done={t('reply.done')}
          show={() => void renewCriticism()}
        >
          {(errorOf) => (
            <TextArea
              name="text"
              label={t('reply.text')}
              limit={limits.reply}
              value={text()}
              onInput={setText}
              error={errorOf('text')}
            />
          )}
        </CommandDialog>
      </Show>
      <Show when={may('publication')}>
        <CommandDialog
          row={routes.publication}
          params={params()}
          view={props.view}
          kind="main"
          label={t('publication')}
          intro={t('publication.intro')}
          body={() => ({})}
          done={t('publication.done')}
          show={() => void renewCriticism()}
        />
      </Show>
      <Show when={may('withdrawal')}>
        <CommandDialog
          row={routes.withdrawal}
          params={params()}
          view={props.view}
          danger
          label={t('withdrawal')}
          intro={t('withdrawal.intro')}
          fields={{ reason: t('withdrawal.reason') }}
          fieldOf={{ 'criticism.personal': 'reason' }}
          body={() => ({ reason: reason() })}
          reset={() => setReason('')}
          done={t('withdrawal.done')}
          show={() => void renewCriticism()}
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

const History: Component<{ criticism: string }> = (props) => {
  const history = createAsync(() => readCriticismHistory(props.criticism));
  return (
    <Show when={history()}>
      {(known) => (
        <>
          <Show
            when={known().whole}
            fallback={<Notice tone="bad">{t('history.broken', { n: known().brokenAt ?? 1 })}</Notice>}
          >
            <p class="soft">{t('history.whole', { n: known().events.length })}</p>
          </Show>
          <Timeline
            entries={[...known().events].reverse().map(
              (event): TimelineEntry => ({
                title: find(`event.${event.type}`) ?? event.type,
                ...{ when: moment(event.at), instant: event.at },
                // Whatever did it by the clock has a name of its own, which means nothing to people.
                who: event.by === 'criticism-care' ? t('history.system') : event.by,
              }),
            )}
          />
        </>
      )}
    </Show>
  );
};
