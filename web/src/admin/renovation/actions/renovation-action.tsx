import type { Component } from 'solid-js';
import { formatReference } from '../../../../../functions/platform/contract/reference.rules.ts';
import type { RenovationAction as Action } from '../../../../../functions/renovation/renovation.actions.ts';
import { renovationContract } from '../../../../../functions/renovation/renovation.contract.ts';
import { CommandDialog, type CommandDialogProps, type CommandRow } from '../../forms/command-dialog.tsx';
import { type RenovationView, showChangedRenovation } from '../renovation.queries.ts';
import { renovationActWords } from '../renovation.words.ts';

const { t } = renovationActWords;

export interface ActionProps {
  view: RenovationView;
}

/** Everything a dialog changes: opening personal data changes nothing. */
export type CommandName = Exclude<Action, 'disclosure'>;

type RenovationActionProps = Omit<
  CommandDialogProps<RenovationView>,
  'row' | 'params' | 'view' | 'show' | 'label' | 'title' | 'isStillAllowed' | 'done'
> & {
  view: RenovationView;
  action: CommandName;
  /** Said when it was carried out, where what came of it is not known before. */
  done?: ((view: RenovationView) => string) | undefined;
};

/** One thing allowed with the application now. */
export const RenovationAction: Component<RenovationActionProps> = (props) => {
  const row = (): CommandRow<RenovationView> => renovationContract.routes[props.action];
  return (
    <CommandDialog
      keepsDraft
      {...props}
      row={row()}
      params={{ reference: props.view.reference }}
      label={t(`act.${props.action}`)}
      title={`${t(`act.${props.action}`)} · ${formatReference(props.view.reference)}`}
      isStillAllowed={(newer) => newer.actions.includes(props.action)}
      done={props.done ?? t(`done.${props.action}`)}
      show={showChangedRenovation}
    />
  );
};
