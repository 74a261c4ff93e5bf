import { type Component, createSignal, Show } from 'solid-js';
import { createStore } from 'solid-js/store';
import { programmeContract } from '../../../../functions/programme/programme.contract.ts';
import { limits } from '../../../../functions/programme/programme.words.ts';
import { CheckboxField } from '../../ui/choice-field.tsx';
import { DateField, TextArea, TextField } from '../../ui/text-field.tsx';
import { ActivityAction, CallOffAction } from './activity-action.tsx';
import { numberIn } from './details-draft.ts';
import type { ActivityView, Session } from './programme.queries.ts';
import { programmeWords } from './programme.words.ts';
import { dayAndTimeOf, dayLater, instantIn } from './times.ts';
import { WhereFields, whereBody, whereLabels, whereRefusals } from './where-fields.tsx';

const { t } = programmeWords;
const { routes } = programmeContract;

interface SessionActionProps {
  view: ActivityView;
  session: Session;
}

const buttonWords = (label: string, { no }: Session): string => `${label}：${t('activity.session', { no })}`;

interface MoveDraft {
  day: string;
  from: string;
  to: string;
  nextDay: boolean;
  venue: string;
  room: string;
  place: string;
  reason: string;
}

const moveOf = ({ from, to, venue, room, place }: Session): MoveDraft => {
  const [start, end] = [dayAndTimeOf(from), dayAndTimeOf(to)];
  return {
    day: start.day,
    from: start.time,
    to: end.time,
    nextDay: end.day > start.day,
    venue: venue ?? '',
    room: room === undefined ? '' : String(room),
    place,
    reason: '',
  };
};

const moveBody = ({ day, from, to, nextDay, reason, ...where }: MoveDraft): object => {
  const end = instantIn({ day, time: to });
  return {
    from: instantIn({ day, time: from }),
    to: nextDay ? dayLater(end) : end,
    ...whereBody(where),
    reason,
  };
};

const MoveAction: Component<SessionActionProps> = (props) => {
  const [draft, setDraft] = createStore<MoveDraft>(moveOf(props.session));
  return (
    <ActivityAction
      wide
      view={props.view}
      no={props.session.no}
      row={routes.move}
      label={t('session.move')}
      title={t('session.move.title', { no: props.session.no })}
      buttonLabel={buttonWords(t('session.move'), props.session)}
      fields={{
        from: t('session.from'),
        to: t('session.to'),
        ...whereLabels(),
        reason: t('cancel.reason'),
      }}
      fieldOf={whereRefusals}
      body={() => moveBody(draft)}
      reset={() => setDraft(moveOf(props.session))}
      done={t('session.move.done')}
    >
      {(errorOf) => (
        <>
          <DateField
            name="move-day"
            label={t('session.date')}
            value={draft.day}
            onInput={(day) => setDraft({ day })}
          />
          <div class="programme-row">
            <TextField
              name="from"
              label={t('session.from')}
              hint={t('session.time.hint')}
              width="short"
              value={draft.from}
              onInput={(from) => setDraft({ from })}
              error={errorOf('from')}
            />
            <TextField
              name="to"
              label={t('session.to')}
              hint={t('session.time.hint')}
              width="short"
              value={draft.to}
              onInput={(to) => setDraft({ to })}
              error={errorOf('to')}
            />
          </div>
          <CheckboxField
            name="move-next-day"
            label={t('session.next-day')}
            checked={draft.nextDay}
            onChange={(nextDay) => setDraft({ nextDay })}
          />
          <WhereFields draft={draft} onChange={(part) => setDraft(part)} errorOf={errorOf} />
          <TextArea
            name="reason"
            label={t('cancel.reason')}
            limit={limits.reason}
            value={draft.reason}
            onInput={(reason) => setDraft({ reason })}
            error={errorOf('reason')}
          />
        </>
      )}
    </ActivityAction>
  );
};

const CountAction: Component<SessionActionProps> = (props) => {
  const counted = (): string => (props.session.state === 'held' ? String(props.session.people) : '');
  const [people, setPeople] = createSignal('');
  return (
    <ActivityAction
      view={props.view}
      no={props.session.no}
      row={routes.attendance}
      label={t('session.count')}
      title={t('session.count.title', { no: props.session.no })}
      buttonLabel={buttonWords(t('session.count'), props.session)}
      intro={t('session.count.intro')}
      fields={{ people: t('session.count.people') }}
      body={() => ({ people: numberIn(people()) })}
      reset={() => setPeople(counted())}
      done={t('session.count.done')}
    >
      {(errorOf) => (
        <TextField
          name="people"
          label={t('session.count.people')}
          inputmode="numeric"
          width="short"
          value={people()}
          onInput={setPeople}
          error={errorOf('people')}
        />
      )}
    </ActivityAction>
  );
};

/** What can be done with one date: before it begins it is moved or called off, after that people are counted. */
export const SessionActions: Component<SessionActionProps> = (props) => {
  const hasBegun = (): boolean => Date.parse(props.session.from) <= Date.now();
  return (
    <div class="row no-print">
      <Show when={props.session.state === 'planned' && !hasBegun()}>
        <MoveAction {...props} />
      </Show>
      <Show when={props.session.state === 'planned'}>
        <CallOffAction
          view={props.view}
          no={props.session.no}
          row={routes.cancelSession}
          label={t('session.cancel')}
          title={t('session.cancel.title', { no: props.session.no })}
          buttonLabel={buttonWords(t('session.cancel'), props.session)}
          intro={t('session.cancel.intro')}
          done={t('session.cancel.done')}
        />
      </Show>
      <Show when={props.view.state === 'published' && props.session.state !== 'cancelled' && hasBegun()}>
        <CountAction {...props} />
      </Show>
    </div>
  );
};
