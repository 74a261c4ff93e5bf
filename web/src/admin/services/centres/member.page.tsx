import { A, createAsync, useParams } from '@solidjs/router';
import { type Component, Show } from 'solid-js';
import { createStore } from 'solid-js/store';
import { centreRoutes } from '../../../../../functions/services/centres.contract.ts';
import { leavingReasons, limits } from '../../../../../functions/services/services.words.ts';
import { formatDate, formatMoment } from '../../../lib/format.ts';
import { language } from '../../../lib/i18n/i18n.ts';
import { RadioGroup } from '../../../ui/choice-field.tsx';
import { DescriptionList, type Fact } from '../../../ui/facts.tsx';
import { PageHeader } from '../../../ui/page.tsx';
import { DateField, TextArea, TextField } from '../../../ui/text-field.tsx';
import { CommandDialog } from '../../forms/command-dialog.tsx';
import { today } from '../../shell/days.ts';
import { useDesk } from '../../shell/desk.ts';
import { PersonPart } from '../person-part.tsx';
import { RecordHistory } from '../record-history.tsx';
import { readPersonHistory } from '../services.queries.ts';
import { type MembershipView, readCentre, readMembership, renewCentres } from './centres.queries.ts';
import { centresWords } from './centres.words.ts';
import '../services.css';

const { t } = centresWords;

const day = (date: string): string => formatDate(date, language());

const factsOf = (view: MembershipView): readonly Fact[] => [
  { term: t('member.from'), value: day(view.from) },
  ...(view.until === undefined ? [] : [{ term: t('column.until'), value: day(view.until) }]),
  ...view.employments.map((employment) => ({
    term: t('member.employment'),
    value: t('member.employment.value', { day: day(employment.day), employer: employment.employer }),
  })),
  ...(view.state === 'left'
    ? [
        {
          term: t('member.left'),
          value: (
            <span class="services-said">
              {[
                `${day(view.left.day)} · ${t(`reason.${view.left.reason}`)}`,
                view.left.note,
                `${formatMoment(view.left.at, language())} · ${view.left.by.name}`,
              ]
                .filter(Boolean)
                .join('\n')}
            </span>
          ),
        },
      ]
    : []),
];

/** One membership: since when, work that was found, leaving. */
export const MemberPage: Component = () => {
  const params = useParams<{ membership: string }>();
  const desk = useDesk();
  const view = createAsync(() => readMembership(params.membership));
  const centre = createAsync(async () => {
    const known = view();
    return known && readCentre(known.centre);
  });
  return (
    <Show when={view()}>
      {(known) => (
        <article class="stack">
          <p class="no-print">
            <A href={desk.keepNode(`/admin/services/centres/${known().centre}?list=${known().state}`)}>
              {t('centre.back', { name: centre()?.name ?? '' })}
            </A>
          </p>
          <PageHeader title={t('member.title', { name: centre()?.name ?? '' })} />
          <Show when={known().mayKeep && known().state === 'current'}>
            <div class="row no-print">
              <EmployAction view={known()} />
              <LeaveAction view={known()} />
            </div>
          </Show>
          <div class="services-columns">
            <div class="stack-large">
              <DescriptionList facts={factsOf(known())} />
              <PersonPart
                ledger="memberships"
                record={params.membership}
                view={known()}
                changed={() => void renewCentres()}
              />
            </div>
            <RecordHistory read={() => readPersonHistory('memberships', params.membership)} />
          </div>
        </article>
      )}
    </Show>
  );
};

interface OfMember {
  view: MembershipView;
}

const unanswered = { day: '', employer: '', reason: '', note: '' };
const noted = (note: string): { note?: string } => (note.trim() === '' ? {} : { note });

const EmployAction: Component<OfMember> = (props) => {
  const [draft, setDraft] = createStore({ ...unanswered });
  return (
    <CommandDialog
      row={centreRoutes.employment}
      params={{ membership: props.view.membership }}
      view={props.view}
      label={t('employ')}
      kind="main"
      fields={{ employer: t('field.employer'), day: t('field.day'), note: t('field.note') }}
      fieldOf={{ 'service.day_not_possible': 'day' }}
      body={() => ({ employer: draft.employer, day: draft.day || undefined, ...noted(draft.note) })}
      reset={() => setDraft({ ...unanswered, day: today() })}
      isStillAllowed={({ state }) => state === 'current'}
      done={t('employ.done')}
      show={() => void renewCentres()}
    >
      {(errorOf) => (
        <>
          <TextField
            name="employer"
            label={t('field.employer')}
            width="medium"
            value={draft.employer}
            onInput={(employer) => setDraft({ employer })}
            error={errorOf('employer')}
          />
          <DateField
            name="day"
            label={t('field.day')}
            max={today()}
            value={draft.day}
            onInput={(on) => setDraft({ day: on })}
            error={errorOf('day')}
          />
          <TextArea
            optional
            name="note"
            label={t('field.note')}
            limit={limits.note}
            value={draft.note}
            onInput={(note) => setDraft({ note })}
            error={errorOf('note')}
          />
        </>
      )}
    </CommandDialog>
  );
};

const LeaveAction: Component<OfMember> = (props) => {
  const [draft, setDraft] = createStore({ ...unanswered });
  return (
    <CommandDialog
      row={centreRoutes.leave}
      params={{ membership: props.view.membership }}
      view={props.view}
      label={t('leave')}
      fields={{ day: t('field.day'), reason: t('field.why'), note: t('field.note') }}
      fieldOf={{ 'service.day_not_possible': 'day' }}
      body={() => ({ day: draft.day || undefined, reason: draft.reason || undefined, ...noted(draft.note) })}
      reset={() => setDraft({ ...unanswered, day: today() })}
      isStillAllowed={({ state }) => state === 'current'}
      done={t('leave.done')}
      show={() => void renewCentres()}
    >
      {(errorOf) => (
        <>
          <DateField
            name="day"
            label={t('field.day')}
            max={today()}
            value={draft.day}
            onInput={(on) => setDraft({ day: on })}
            error={errorOf('day')}
          />
          <RadioGroup
            name="reason"
            label={t('field.why')}
            options={leavingReasons.map((value) => ({ value, label: t(`reason.${value}`) }))}
            value={draft.reason}
            onChange={(reason) => setDraft({ reason })}
            error={errorOf('reason')}
          />
          <TextArea
            optional
            name="note"
            label={t('field.note')}
            limit={limits.note}
            value={draft.note}
            onInput={(note) => setDraft({ note })}
            error={errorOf('note')}
          />
        </>
      )}
    </CommandDialog>
  );
};
