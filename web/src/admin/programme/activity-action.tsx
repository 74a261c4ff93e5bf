import { type Component, createSignal } from 'solid-js';
import { limits } from '../../../../functions/programme/programme.words.ts';
import { TextArea } from '../../ui/text-field.tsx';
import { CommandDialog, type CommandDialogProps } from '../forms/command-dialog.tsx';
import { type ActivityView, showChangedActivity } from './programme.queries.ts';
import { programmeWords } from './programme.words.ts';

const { t } = programmeWords;

export interface ActionProps {
  view: ActivityView;
}

type ActivityActionProps = Omit<CommandDialogProps<ActivityView>, 'params' | 'view' | 'show'> & {
  view: ActivityView;
  /** Number of the date it is about, if it is about one. */
  no?: number | undefined;
};

export const ActivityAction: Component<ActivityActionProps> = (props) => (
  <CommandDialog
    {...props}
    params={{
      activity: props.view.activity,
      ...(props.no === undefined ? {} : { no: String(props.no) }),
    }}
    show={showChangedActivity}
  />
);

/** Whatever is called off needs a reason that residents read. */
export const CallOffAction: Component<
  Pick<ActivityActionProps, 'view' | 'row' | 'no' | 'label' | 'title' | 'buttonLabel' | 'intro' | 'done'>
> = (props) => {
  const [reason, setReason] = createSignal('');
  return (
    <ActivityAction
      {...props}
      danger
      fields={{ reason: t('cancel.reason') }}
      body={() => ({ reason: reason() })}
      reset={() => setReason('')}
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
    </ActivityAction>
  );
};
