import { type Component, Show } from 'solid-js';
import { createStore } from 'solid-js/store';
import { channels, grades, limits, solvedAnswers } from '../../../../../functions/issues/issues.words.ts';
import { CheckboxField, RadioGroup, SelectField } from '../../../ui/choice-field.tsx';
import { TextArea } from '../../../ui/text-field.tsx';
import { issuesWords } from '../issues.words.ts';
import { CaseAction } from './case-action.tsx';
import type { ActionProps } from './placing.actions.tsx';

const { t } = issuesWords;

const ChannelField: Component<{
  value: string;
  onChange: (value: string) => void;
  error: string | undefined;
}> = (props) => (
  <SelectField
    name="channel"
    label={t('channel.label')}
    options={channels.map((value) => ({ value, label: t(`channel.${value}`) }))}
    value={props.value}
    onChange={props.onChange}
    error={props.error}
    width="medium"
  />
);

export const AttemptAction: Component<ActionProps> = (props) => {
  const empty = { channel: '', note: '' };
  const [draft, setDraft] = createStore({ ...empty });
  return (
    <CaseAction
      view={props.view}
      action="attempt"
      intro={t('attempt.intro', { n: props.view.attempts?.length ?? 0 })}
      fields={{ channel: t('channel.label'), note: t('attempt.note') }}
      body={() => ({ channel: draft.channel || undefined, note: draft.note })}
      reset={() => setDraft(empty)}
    >
      {(errorOf) => (
        <>
          <ChannelField
            value={draft.channel}
            onChange={(value) => setDraft('channel', value)}
            error={errorOf('channel')}
          />
          <TextArea
            name="note"
            label={t('attempt.note')}
            rows={3}
            limit={limits.reason}
            value={draft.note}
            onInput={(value) => setDraft('note', value)}
            error={errorOf('note')}
          />
        </>
      )}
    </CaseAction>
  );
};

/** Undefined until it was said: whether somebody was reached is never taken for granted. */
const yesNo = (answer: string): boolean | undefined => (answer === '' ? undefined : answer === 'yes');

export const AnswerAction: Component<ActionProps> = (props) => {
  const empty = { reached: '', text: '', channel: '' };
  const [draft, setDraft] = createStore({ ...empty });
  return (
    <CaseAction
      view={props.view}
      action="answer"
      kind="main"
      fields={{ reached: t('answer.reached'), channel: t('channel.label'), text: t('answer.text') }}
      fieldOf={{ 'issue.attempts_needed': 'reached' }}
      body={() => ({
        reached: yesNo(draft.reached),
        text: draft.text,
        channel: draft.channel || undefined,
      })}
      reset={() => setDraft(empty)}
    >
      {(errorOf) => (
        <>
          <RadioGroup
            inline
            name="reached"
            label={t('answer.reached')}
            options={[
              { value: 'yes', label: t('answer.reached.yes') },
              { value: 'no', label: t('answer.reached.no') },
            ]}
            value={draft.reached}
            onChange={(value) => setDraft('reached', value)}
            error={errorOf('reached')}
          />
          <ChannelField
            value={draft.channel}
            onChange={(value) => setDraft('channel', value)}
            error={errorOf('channel')}
          />
          <TextArea
            name="text"
            label={draft.reached === 'no' ? t('answer.why') : t('answer.text')}
            limit={limits.text}
            value={draft.text}
            onInput={(value) => setDraft('text', value)}
            error={errorOf('text')}
          />
        </>
      )}
    </CaseAction>
  );
};

export const FollowUpAction: Component<ActionProps> = (props) => {
  const empty = { reached: '', solved: '', satisfaction: '', note: '', channel: '', reopen: false };
  const [draft, setDraft] = createStore({ ...empty });
  const isReached = (): boolean => draft.reached === 'yes';
  const said = () =>
    isReached()
      ? {
          solved: draft.solved || undefined,
          satisfaction: draft.satisfaction === '' ? undefined : Number(draft.satisfaction),
        }
      : {};
  return (
    <CaseAction
      view={props.view}
      action="follow-up"
      kind="main"
      intro={t('follow-up.intro')}
      fields={{
        reached: t('follow-up.reached'),
        solved: t('case.solved'),
        satisfaction: t('case.satisfaction'),
        channel: t('channel.label'),
        note: t('follow-up.note'),
        reopen: t('follow-up.reopen'),
      }}
      fieldOf={{ 'issue.follow_up_incomplete': 'solved' }}
      body={() => ({
        reached: yesNo(draft.reached),
        ...said(),
        note: draft.note,
        channel: draft.channel || undefined,
        reopen: draft.reopen,
      })}
      reset={() => setDraft(empty)}
    >
      {(errorOf) => (
        <>
          <RadioGroup
            inline
            name="reached"
            label={t('follow-up.reached')}
            options={[
              { value: 'yes', label: t('follow-up.reached.yes') },
              { value: 'no', label: t('follow-up.reached.no') },
            ]}
            value={draft.reached}
            onChange={(value) => setDraft('reached', value)}
            error={errorOf('reached')}
          />
          <ChannelField
            value={draft.channel}
            onChange={(value) => setDraft('channel', value)}
            error={errorOf('channel')}
          />
          <Show when={isReached()}>
            <RadioGroup
              inline
              name="solved"
              label={t('case.solved')}
              options={solvedAnswers.map((value) => ({ value, label: t(`solved.${value}`) }))}
              value={draft.solved}
              onChange={(value) => setDraft('solved', value)}
              error={errorOf('solved')}
            />
            <RadioGroup
              inline
              name="satisfaction"
              label={t('case.satisfaction')}
              options={grades.map((grade) => ({ value: String(grade), label: t(`grade.${grade}`) }))}
              value={draft.satisfaction}
              onChange={(value) => setDraft('satisfaction', value)}
              error={errorOf('satisfaction')}
            />
          </Show>
          <TextArea
            name="note"
            label={draft.reached === 'no' ? t('follow-up.note.unreached') : t('follow-up.note')}
            rows={3}
            limit={limits.reason}
            value={draft.note}
            onInput={(value) => setDraft('note', value)}
            error={errorOf('note')}
          />
          <CheckboxField
            name="reopen"
            label={t('follow-up.reopen')}
            hint={t('follow-up.reopen.hint')}
            checked={draft.reopen}
            onChange={(reopen) => setDraft('reopen', reopen)}
            error={errorOf('reopen')}
          />
        </>
      )}
    </CaseAction>
  );
};
