import { A, useSearchParams } from '@solidjs/router';
import { type Component, createSignal, For, Show } from 'solid-js';
import { bookingsContract } from '../../../../functions/bookings/bookings.contract.ts';
import type { ResponseOf } from '../../../../functions/platform/contract/route.ts';
import { addDays } from '../../../../functions/platform/runtime/time.ts';
import { call } from '../../api/client.ts';
import { formatDate, formatMoment } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { EmptyState } from '../../ui/state.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { DateField, TextField } from '../../ui/text-field.tsx';
import { CommandForm } from '../forms/command-form.tsx';
import { createSubmission } from '../forms/submission.ts';
import { today } from '../shell/days.ts';
import { useDesk } from '../shell/desk.ts';
import { number } from './booking-marks.tsx';
import { bookingsWords } from './bookings.words.ts';
import './bookings.css';

const { t } = bookingsWords;
const row = bookingsContract.routes.callList;

type CallList = ResponseOf<typeof row>;
type CalledSession = CallList['sessions'][number];
type Called = NonNullable<CalledSession['people']>[number];

const columns = (): readonly Column<Called>[] => [
  { key: 'name', header: t('contact.name'), isRowHeader: true, cell: ({ name }) => name },
  { key: 'guardian', header: t('contact.guardian'), cell: ({ guardian }) => guardian ?? '—' },
  {
    key: 'phone',
    header: t('contact.phone'),
    nowrap: true,
    cell: ({ phone }) => <a href={`tel:${phone}`}>{phone}</a>,
  },
  { key: 'places', header: t('calls.places'), align: 'end', cell: ({ places }) => number(places) },
];

const Session: Component<{ session: CalledSession }> = (props) => {
  const lacking = (): string => {
    if (!props.session.enrolled) return t('calls.open');
    return props.session.people === undefined
      ? t('calls.elsewhere', { organiser: props.session.organiser })
      : t('calls.nobody');
  };
  const title = (): string => `${formatMoment(props.session.from, language())} ${props.session.title}`;
  return (
    <section class="stack">
      <h2>{title()}</h2>
      <Show when={(props.session.people?.length ?? 0) > 0} fallback={<p class="soft">{lacking()}</p>}>
        <Table caption={title()} captionHidden columns={columns()} rows={props.session.people ?? []} />
      </Show>
    </section>
  );
};

/** Whom to call when something at a venue changes: shown on this page alone, and gone with it. */
export const CallListPage: Component = () => {
  const desk = useDesk();
  const [search] = useSearchParams();
  const venue = (): string => (typeof search['venue'] === 'string' ? search['venue'] : '');
  const [day, setDay] = createSignal<string>(addDays(today(), 1));
  const [reason, setReason] = createSignal('');
  const [list, setList] = createSignal<CallList>();
  const submission = createSubmission({
    schema: row.body,
    fields: () => ({ day: t('calls.day'), reason: t('contact.reason') }),
    send: async (body, key) => (await call(row, { body, key })).body,
    done: setList,
  });
  return (
    <article class="stack">
      <p class="no-print">
        <A href={desk.keepNode(`/admin/venue-calendar?venue=${venue()}`)}>{t('calls.back')}</A>
      </p>
      <Show
        when={list()}
        fallback={
          <>
            <PageHeader title={t('calls.title')} lead={t('calls.lead')} />
            <CommandForm
              submission={submission}
              body={() => ({ venue: venue(), day: day(), reason: reason() })}
              submitLabel={t('calls.show')}
            >
              <DateField
                name="day"
                label={t('calls.day')}
                value={day()}
                onInput={setDay}
                error={submission.errorOf('day')}
              />
              <TextField
                name="reason"
                label={t('contact.reason')}
                hint={t('contact.intro')}
                value={reason()}
                onInput={setReason}
                error={submission.errorOf('reason')}
              />
            </CommandForm>
          </>
        }
      >
        {(known) => (
          <>
            <PageHeader
              title={t('calls.of', { venue: known().venueName, day: formatDate(known().day, language()) })}
              lead={t('calls.care')}
              actions={<Button onPress={() => window.print()}>{t('roster.print')}</Button>}
            />
            <Show when={known().sessions.length > 0} fallback={<EmptyState title={t('calls.none')} />}>
              <For each={known().sessions}>{(session) => <Session session={session} />}</For>
            </Show>
          </>
        )}
      </Show>
    </article>
  );
};
