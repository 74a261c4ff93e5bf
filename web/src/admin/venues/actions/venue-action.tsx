import type { Component } from 'solid-js';
import { CommandDialog, type CommandDialogProps } from '../../forms/command-dialog.tsx';
import { showChangedVenue, type VenueView } from '../venues.queries.ts';
import { venuesWords } from '../venues.words.ts';

const { t } = venuesWords;

export interface ActionProps {
  view: VenueView;
}

/** A change of one venue; `no` names a closure of it. */
export const VenueAction: Component<
  Omit<CommandDialogProps<VenueView>, 'params' | 'show' | 'view'> & ActionProps & { no?: number }
> = (props) => (
  <CommandDialog
    tell={({ code }) => (code === 'time.invalid' ? t('time.wrong') : undefined)}
    {...props}
    params={{ venue: props.view.venue, ...(props.no === undefined ? {} : { no: String(props.no) }) }}
    show={showChangedVenue}
  />
);
