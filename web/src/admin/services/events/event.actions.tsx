import { type Component, createSignal, Show } from 'solid-js';
import { createStore } from 'solid-js/store';
import { servicesContract } from '../../../../../functions/services/services.contract.ts';
import { eventKinds, limits } from '../../../../../functions/services/services.words.ts';
import { formatDate } from '../../../lib/format.ts';
import { language } from '../../../lib/i18n/i18n.ts';
import { RadioGroup, SelectField } from '../../../ui/choice-field.tsx';
import { DateField, TextArea, TextField } from '../../../ui/text-field.tsx';
import { CommandDialog } from '../../forms/command-dialog.tsx';
import { CreateDialog } from '../../forms/create-dialog.tsx';
import { fenIn } from '../../renovation/money.ts';
import { today } from '../../shell/days.ts';
import { useDesk } from '../../shell/desk.ts';
import { placeOptions } from '../places.ts';
import { WholeField, wholeIn } from '../whole-field.tsx';
import { type EventRow, renewEvents } from './events.queries.ts';
import { eventsWords } from './events.words.ts';

const { t } = eventsWords;
const { routes } = servicesContract;

const nothing = {
  ...{ kind: '', node: '', day: '', title: '', place: '', activity: '', served: '', volunteers: '' },
  ...{ leaflets: '', works: '', takings: '', note: '' },
};

const texts = ['title', 'place', 'activity'] as const;
const numbers = ['served', 'volunteers', 'leaflets', 'works'] as const;

/** What was held, and what came of it. */
export const RecordEventDialog: Component = () => {
  const desk = useDesk();
  const [draft, setDraft] = createStore({ ...nothing });
  return (
    <CreateDialog
      row={routes.recordEvent}
      label={t('new')}
      kind="main"
      fields={{
        ...{ kind: t('field.kind'), node: t('field.node'), day: t('field.day'), title: t('field.title') },
        ...{ place: t('field.place'), activity: t('field.activity'), served: t('field.served') },
        ...{ volunteers: t('field.volunteers'), leaflets: t('field.leaflets'), works: t('field.works') },
        ...{ takings: t('field.takings'), note: t('field.note') },
      }}
      fieldOf={{
        'service.node_unknown': 'node',
        'access.scope': 'node',
        'service.day_not_possible': 'day',
        'event.activity_unknown': 'activity',
        'event.counted_there': 'served',
      }}
      body={() => ({
        kind: draft.kind || undefined,
        node: draft.node || undefined,
        day: draft.day || undefined,
        title: draft.title,
        place: draft.place,
        ...(draft.activity.trim() === '' ? {} : { activity: draft.activity }),
        ...Object.fromEntries(numbers.map((name) => [name, wholeIn(draft[name])])),
        takings: draft.takings.trim() === '' ? undefined : fenIn(draft.takings),
        ...(draft.note.trim() === '' ? {} : { note: draft.note }),
      })}
      reset={() => setDraft({ ...nothing, day: today(), node: desk.node() ?? '' })}
      done={t('new.done')}
      made={() => void renewEvents()}
    >
      {(errorOf) => (
        <>
          <RadioGroup
            name="kind"
            label={t('field.kind')}
            options={eventKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
            value={draft.kind}
            onChange={(kind) => setDraft({ kind })}
            error={errorOf('kind')}
          />
          {texts.map((name) => (
            <TextField
              name={name}
              label={t(`field.${name}`)}
              {...(name === 'activity' ? { hint: t('field.activity.hint'), optional: true } : {})}
              width="medium"
              value={draft[name]}
              onInput={(value) => setDraft({ [name]: value })}
              error={errorOf(name)}
            />
          ))}
          <DateField
            name="day"
            label={t('field.day')}
            max={today()}
            value={draft.day}
            onInput={(day) => setDraft({ day })}
            error={errorOf('day')}
          />
          <SelectField
            name="node"
            label={t('field.node')}
            width="medium"
            options={placeOptions(desk)}
            value={draft.node}
            onChange={(node) => setDraft({ node })}
            error={errorOf('node')}
          />
          {numbers.map((name) => (
            <Show when={name !== 'served' || draft.activity.trim() === ''}>
              <WholeField
                optional
                name={name}
                label={t(`field.${name}`)}
                value={draft[name]}
                onInput={(value) => setDraft({ [name]: value })}
                error={errorOf(name)}
              />
            </Show>
          ))}
          <TextField
            optional
            name="takings"
            label={t('field.takings')}
            width="short"
            value={draft.takings}
            onInput={(takings) => setDraft({ takings })}
            error={errorOf('takings')}
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
    </CreateDialog>
  );
};

export const WithdrawEventAction: Component<{ row: EventRow }> = (props) => {
  const [reason, setReason] = createSignal('');
  const title = (): string =>
    t('withdraw.of', { title: props.row.title, day: formatDate(props.row.day, language()) });
  return (
    <CommandDialog
      row={routes.withdrawEvent}
      params={{ event: props.row.event }}
      view={props.row}
      label={t('withdraw')}
      title={title()}
      buttonLabel={title()}
      kind="quiet"
      danger
      intro={t('withdraw.intro')}
      fields={{ reason: t('withdraw.reason') }}
      body={() => ({ reason: reason() })}
      reset={() => setReason('')}
      done={t('withdraw.done')}
      show={() => void renewEvents()}
    >
      {(errorOf) => (
        <TextArea
          name="reason"
          label={t('withdraw.reason')}
          limit={limits.reason}
          value={reason()}
          onInput={setReason}
          error={errorOf('reason')}
        />
      )}
    </CommandDialog>
  );
};
