import { type Component, createSignal } from 'solid-js';
import { createStore } from 'solid-js/store';
import { channels, figureLimits } from '../../../../functions/programme/figures.words.ts';
import { programmeFiguresContract } from '../../../../functions/programme/programme-figures.contract.ts';
import { SelectField } from '../../ui/choice-field.tsx';
import { DateField, TextArea, TextField } from '../../ui/text-field.tsx';
import { CommandDialog } from '../forms/command-dialog.tsx';
import { CreateDialog } from '../forms/create-dialog.tsx';
import { today } from '../shell/days.ts';
import { type PublicityRow, renewPublicity } from './figures.queries.ts';
import { figuresWords } from './figures.words.ts';
import { wholeIn } from './whole-number.ts';

const { t } = figuresWords;
const { routes } = programmeFiguresContract;

const emptyEntry = { channel: '', title: '', reach: '', copies: '', activity: '', link: '' };

export const RecordPublicityAction: Component<{ node: string }> = (props) => {
  const [draft, setDraft] = createStore({ ...emptyEntry, day: '' });
  const optional = (field: 'activity' | 'link') =>
    draft[field].trim() === '' ? {} : { [field]: draft[field] };
  return (
    <CreateDialog
      wide
      row={routes.recordPublicity}
      kind="main"
      label={t('publicity.record')}
      fields={{
        day: t('publicity.day'),
        channel: t('publicity.channel'),
        title: t('publicity.what'),
        reach: t('publicity.reach'),
        copies: t('publicity.copies'),
        activity: t('publicity.activity'),
        link: t('publicity.link'),
      }}
      fieldOf={{ 'publicity.activity_unknown': 'activity' }}
      body={() => ({
        ...{ node: props.node, day: draft.day, channel: draft.channel || undefined, title: draft.title },
        ...{ reach: wholeIn(draft.reach), copies: wholeIn(draft.copies) },
        ...optional('activity'),
        ...optional('link'),
      })}
      reset={() => setDraft({ ...emptyEntry, day: today() })}
      done={t('publicity.record.done')}
      made={() => void renewPublicity()}
    >
      {(errorOf) => (
        <>
          <DateField
            name="day"
            label={t('publicity.day')}
            max={today()}
            value={draft.day}
            onInput={(day) => setDraft({ day })}
            error={errorOf('day')}
          />
          <SelectField
            name="channel"
            label={t('publicity.channel')}
            width="medium"
            options={channels.map((value) => ({ value, label: t(`channel.${value}`) }))}
            value={draft.channel}
            onChange={(channel) => setDraft({ channel })}
            error={errorOf('channel')}
          />
          <TextField
            name="title"
            label={t('publicity.what')}
            value={draft.title}
            onInput={(title) => setDraft({ title })}
            error={errorOf('title')}
          />
          <TextField
            optional
            name="reach"
            label={t('publicity.reach')}
            hint={t('publicity.reach.hint')}
            inputmode="numeric"
            width="short"
            value={draft.reach}
            onInput={(reach) => setDraft({ reach })}
            error={errorOf('reach')}
          />
          <TextField
            optional
            name="copies"
            label={t('publicity.copies')}
            hint={t('publicity.copies.hint')}
            inputmode="numeric"
            width="short"
            value={draft.copies}
            onInput={(copies) => setDraft({ copies })}
            error={errorOf('copies')}
          />
          <TextField
            optional
            name="activity"
            label={t('publicity.activity')}
            hint={t('publicity.activity.hint')}
            width="medium"
            value={draft.activity}
            onInput={(activity) => setDraft({ activity })}
            error={errorOf('activity')}
          />
          <TextField
            optional
            name="link"
            label={t('publicity.link')}
            value={draft.link}
            onInput={(link) => setDraft({ link })}
            error={errorOf('link')}
          />
        </>
      )}
    </CreateDialog>
  );
};

export const WithdrawPublicityAction: Component<{ entry: PublicityRow }> = (props) => {
  const [reason, setReason] = createSignal('');
  const named = (): string => t('publicity.withdraw.of', { title: props.entry.title });
  return (
    <CommandDialog
      danger
      kind="quiet"
      row={routes.withdrawPublicity}
      params={{ entry: props.entry.entry }}
      view={props.entry}
      label={t('publicity.withdraw')}
      title={named()}
      buttonLabel={named()}
      intro={t('publicity.withdraw.intro')}
      fields={{ reason: t('publicity.withdraw.reason') }}
      body={() => ({ reason: reason() })}
      reset={() => setReason('')}
      done={t('publicity.withdraw.done')}
      show={() => void renewPublicity()}
    >
      {(errorOf) => (
        <TextArea
          name="reason"
          label={t('publicity.withdraw.reason')}
          limit={figureLimits.reason}
          value={reason()}
          onInput={setReason}
          error={errorOf('reason')}
        />
      )}
    </CommandDialog>
  );
};
