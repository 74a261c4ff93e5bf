import type { Component } from 'solid-js';
import { CommandDialog, type CommandDialogProps } from '../../forms/command-dialog.tsx';
import { type HouseholdView, showChangedHousehold } from '../households.queries.ts';

export interface HouseholdActionProps
  extends Omit<CommandDialogProps<HouseholdView>, 'params' | 'view' | 'show'> {
  view: HouseholdView;
}

/** A change of the household, by whoever may keep its register. */
export const HouseholdAction: Component<HouseholdActionProps> = (props) => (
  <CommandDialog {...props} params={{ household: props.view.household }} show={showChangedHousehold} />
);
