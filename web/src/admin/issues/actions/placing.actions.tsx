import type { Component } from 'solid-js';
import { createStore } from 'solid-js/store';
import { limits, urgencies } from '../../../../../functions/issues/issues.words.ts';
import { RadioGroup } from '../../../ui/choice-field.tsx';
import { TextArea, TextField } from '../../../ui/text-field.tsx';
import type { CaseView } from '../../queries.ts';
import { issuesWords } from '../issues.words.ts';
import { CaseAction } from './case-action.tsx';
import { DepartmentField } from './department-field.tsx';

const { t } = issuesWords;

export interface ActionProps {
  view: CaseView;
}

/** Refusals that are about the department chosen. */
const departmentRefusals = {
  'issue.department_unknown': 'department',
} as const;

export const TransferAction: Component<ActionProps> = (props) => {
  const empty = { department: '', urgency: 'normal' };
  const [draft, setDraft] = createStore({ ...empty });
  return (
    <CaseAction
      view={props.view}
      action="transfer"
      kind="main"
      intro={t('transfer.intro')}
      fields={{ department: t('transfer.department'), urgency: t('case.urgency') }}
      fieldOf={departmentRefusals}
      body={() => ({ department: draft.department || undefined, urgency: draft.urgency })}
      reset={() => setDraft(empty)}
    >
      {(errorOf) => (
        <>
          <DepartmentField
            place={props.view.place.path}
            value={draft.department}
            onChange={(path) => setDraft('department', path)}
            error={errorOf('department')}
          />
          <RadioGroup
            name="urgency"
            label={t('case.urgency')}
            options={urgencies.map((value) => ({ value, label: t(`urgency.${value}`) }))}
            value={draft.urgency}
            onChange={(value) => setDraft('urgency', value)}
            error={errorOf('urgency')}
          />
        </>
      )}
    </CaseAction>
  );
};

export const ArbitrationAction: Component<ActionProps> = (props) => {
  const empty = { department: '', reason: '' };
  const [draft, setDraft] = createStore({ ...empty });
  return (
    <CaseAction
      view={props.view}
      action="arbitration"
      kind="main"
      intro={t('arbitration.intro')}
      fields={{ department: t('transfer.department'), reason: t('arbitration.reason') }}
      fieldOf={departmentRefusals}
      body={() => ({ department: draft.department || undefined, reason: draft.reason })}
      reset={() => setDraft(empty)}
    >
      {(errorOf) => (
        <>
          <DepartmentField
            place={props.view.place.path}
            value={draft.department}
            onChange={(path) => setDraft('department', path)}
            error={errorOf('department')}
          />
          <TextArea
            name="reason"
            label={t('arbitration.reason')}
            limit={limits.reason}
            value={draft.reason}
            onInput={(value) => setDraft('reason', value)}
            error={errorOf('reason')}
          />
        </>
      )}
    </CaseAction>
  );
};

export const ClaimAction: Component<ActionProps> = (props) => (
  <CaseAction view={props.view} action="claim" kind="main" intro={t('claim.intro')} body={() => ({})} />
);

const ReasonAction: Component<{
  view: CaseView;
  action: 'return' | 'reopening';
  intro: string;
  label: string;
}> = (props) => {
  const [draft, setDraft] = createStore({ reason: '' });
  return (
    <CaseAction
      view={props.view}
      action={props.action}
      intro={props.intro}
      fields={{ reason: props.label }}
      body={() => ({ ...draft })}
      reset={() => setDraft('reason', '')}
    >
      {(errorOf) => (
        <TextArea
          name="reason"
          label={props.label}
          limit={limits.reason}
          value={draft.reason}
          onInput={(value) => setDraft('reason', value)}
          error={errorOf('reason')}
        />
      )}
    </CaseAction>
  );
};

export const ReturnAction: Component<ActionProps> = (props) => (
  <ReasonAction view={props.view} action="return" intro={t('return.intro')} label={t('return.reason')} />
);

export const ReopeningAction: Component<ActionProps> = (props) => (
  <ReasonAction
    view={props.view}
    action="reopening"
    intro={t('reopening.intro')}
    label={t('reopening.reason')}
  />
);

export const LinkAction: Component<ActionProps> = (props) => {
  const [draft, setDraft] = createStore({ to: '' });
  return (
    <CaseAction
      view={props.view}
      action="link"
      intro={t('link.intro')}
      fields={{ to: t('link.to') }}
      fieldOf={{
        'issue.not_found': 'to',
        'issue.link_to_itself': 'to',
        'issue.link_not_open': 'to',
        'issue.link_full': 'to',
      }}
      body={() => ({ ...draft })}
      reset={() => setDraft('to', '')}
    >
      {(errorOf) => (
        <TextField
          name="to"
          label={t('link.to')}
          value={draft.to}
          onInput={(value) => setDraft('to', value)}
          error={errorOf('to')}
          width="medium"
        />
      )}
    </CaseAction>
  );
};

export const CommentAction: Component<ActionProps> = (props) => {
  const [draft, setDraft] = createStore({ text: '' });
  return (
    <CaseAction
      view={props.view}
      action="comment"
      intro={t('comment.intro')}
      fields={{ text: t('comment.text') }}
      body={() => ({ ...draft })}
      reset={() => setDraft('text', '')}
    >
      {(errorOf) => (
        <TextArea
          name="text"
          label={t('comment.text')}
          limit={limits.text}
          value={draft.text}
          onInput={(value) => setDraft('text', value)}
          error={errorOf('text')}
        />
      )}
    </CaseAction>
  );
};
