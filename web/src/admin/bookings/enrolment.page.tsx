import { A, createAsync, useParams } from '@solidjs/router';
import { type Component, createSignal, Show } from 'solid-js';
import { keepers } from '../../../../functions/bookings/bookings.actions.ts';
import { bookingsContract } from '../../../../functions/bookings/bookings.contract.ts';
import { limits } from '../../../../functions/bookings/bookings.words.ts';
import { formatReference } from '../../../../functions/platform/contract/reference.ts';
import { DeletedNotice } from '../../ui/deleted-notice.tsx';
import { DescriptionList, type Fact } from '../../ui/facts.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { TextArea } from '../../ui/text-field.tsx';
import { CommandDialog } from '../forms/command-dialog.tsx';
import { useDesk } from '../shell/desk.ts';
import { EnrolmentTag, moment, number, whoWords } from './booking-marks.tsx';
import { type EnrolmentView, readEnrolment, showChangedEnrolment } from './bookings.queries.ts';
import { bookingsWords } from './bookings.words.ts';
import { ContactAction } from './contact.action.tsx';
import './bookings.css';

const { t } = bookingsWords;

const fact = (term: string, value: string | undefined): Fact[] =>
  value === undefined ? [] : [{ term, value }];

const whenBy = (at: string | undefined, by: { readonly name: string } | undefined): string | undefined => {
  if (at === undefined) return undefined;
  return by === undefined ? moment(at) : t('enrolment.by', { name: by.name, when: moment(at) });
};

const attendanceWords = ({ attended }: EnrolmentView): string | undefined => {
  const lines = Object.entries(attended).map(([no, { came, at }]) =>
    t('enrolment.attendance.one', {
      no,
      came: t(came ? 'roster.came' : 'roster.missed'),
      when: moment(at),
    }),
  );
  return lines.length === 0 ? undefined : lines.join('\n');
};

const factsOf = (view: EnrolmentView): Fact[] => [
  ...fact(t('enrolment.what'), view.title),
  ...fact(t('enrolment.when'), t('enrolment.when.span', { from: moment(view.from), to: moment(view.until) })),
  ...fact(t('enrolment.name'), view.name),
  ...fact(t('enrolment.phone'), view.phone),
  ...fact(t('enrolment.guardian'), view.guardian),
  ...fact(t('enrolment.who'), whoWords(view)),
  ...fact(t('enrolment.places'), number(view.places)),
  ...fact(t('enrolment.number'), number(view.number)),
  ...fact(t('enrolment.source'), t(`source.${view.source}`)),
  ...fact(t('enrolment.enrolled'), whenBy(view.enrolledAt, view.enrolledBy)),
  ...fact(t('enrolment.placed'), whenBy(view.placedAt, undefined)),
  ...fact(t('enrolment.held'), whenBy(view.heldUntil, undefined)),
  ...fact(t('enrolment.ended'), whenBy(view.endedAt, view.endedBy)),
  ...fact(t('enrolment.reason'), view.reason),
  ...fact(t('enrolment.attendance'), attendanceWords(view)),
];

const CancelAction: Component<{ view: EnrolmentView }> = (props) => {
  const [reason, setReason] = createSignal('');
  return (
    <CommandDialog
      row={bookingsContract.routes.cancel}
      params={{ reference: props.view.reference }}
      view={props.view}
      label={t('cancel')}
      danger
      intro={t('cancel.intro')}
      fields={{ reason: t('cancel.reason') }}
      body={() => ({ reason: reason() })}
      reset={() => setReason('')}
      isStillAllowed={({ mayCancel }) => mayCancel}
      done={t('cancel.done')}
      show={showChangedEnrolment}
    >
      {(errorOf) => (
        <TextArea
          name="reason"
          label={t('cancel.reason')}
          limit={limits.reason}
          value={reason()}
          onInput={setReason}
          error={errorOf('reason')}
        />
      )}
    </CommandDialog>
  );
};

/** One enrolment, name and phone masked, with what the desk can do about it. */
export const EnrolmentPage: Component = () => {
  const params = useParams<{ reference: string }>();
  const desk = useDesk();
  const view = createAsync(() => readEnrolment(params.reference));
  return (
    <Show when={view()}>
      {(known) => (
        <article class="stack">
          <p class="no-print">
            <A href={desk.keepNode(`/admin/rosters/${known().offer}`)}>{t('enrolment.back')}</A>
          </p>
          <PageHeader
            title={t('enrolment.title', { reference: formatReference(known().reference) })}
            lead={known().title}
          />
          <DeletedNotice at={known().anonymisedAt} />
          <p>
            <EnrolmentTag state={known().state} />
          </p>
          <Show when={desk.holds(...keepers)}>
            <section class="row no-print" aria-label={t('enrolment.actions')}>
              <Show when={known().anonymisedAt === undefined}>
                <ContactAction row={bookingsContract.routes.contact} reference={known().reference} />
              </Show>
              <Show when={known().mayCancel}>
                <CancelAction view={known()} />
              </Show>
            </section>
          </Show>
          <DescriptionList facts={factsOf(known())} />
          <p class="soft">{t('enrolment.masked')}</p>
        </article>
      )}
    </Show>
  );
};
