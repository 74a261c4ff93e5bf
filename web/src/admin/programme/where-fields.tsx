import { type Component, Show } from 'solid-js';
import { SelectField } from '../../ui/choice-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { isPlace } from '../campaigns/place.ts';
import type { Submission } from '../forms/submission.ts';
import { useDesk } from '../shell/desk.ts';
import { createLate } from './late.ts';
import { readProgrammeVenues, readVenueRooms } from './programme.queries.ts';
import { programmeWords } from './programme.words.ts';

const { t } = programmeWords;

export interface WhereDraft {
  readonly venue: string;
  readonly room: string;
  readonly place: string;
}

export const whereBody = ({ venue, room, place }: WhereDraft): object => ({
  ...(venue === '' ? {} : { venue }),
  ...(venue === '' || room === '' ? {} : { room: Number(room) }),
  ...(place.trim() === '' ? {} : { place }),
});

export const whereLabels = (): Readonly<Record<string, string>> => ({
  venue: t('session.venue'),
  room: t('session.room'),
  place: t('session.place'),
});

export const whereRefusals = {
  'programme.venue_unknown': 'venue',
  'programme.room_unknown': 'room',
  'programme.room_taken': 'room',
} as const;

interface WhereFieldsProps {
  draft: WhereDraft;
  onChange: (part: Partial<WhereDraft>) => void;
  errorOf: Submission['errorOf'];
}

/** A venue of the caller's area and one of its rooms, or a place in words. */
export const WhereFields: Component<WhereFieldsProps> = (props) => {
  const desk = useDesk();
  const area = (): string | undefined => {
    const scope = desk.session()?.scope;
    return isPlace(scope) ? scope : undefined;
  };
  const venues = createLate(area, readProgrammeVenues);
  const rooms = createLate(() => props.draft.venue, readVenueRooms);
  /** What was chosen before stays to be chosen, also where it lies outside the caller's area. */
  const venueOptions = () => {
    const known = (venues() ?? []).map(({ venue, name }) => ({ value: venue, label: name }));
    const { venue, place } = props.draft;
    return venue === '' || known.some(({ value }) => value === venue)
      ? known
      : [{ value: venue, label: place || venue }, ...known];
  };
  return (
    <>
      <SelectField
        optional
        name="venue"
        label={t('session.venue')}
        width="medium"
        emptyLabel={t('session.venue.none')}
        options={venueOptions()}
        value={props.draft.venue}
        onChange={(venue) => props.onChange({ venue, room: '', place: '' })}
        error={props.errorOf('venue')}
      />
      <Show when={(rooms() ?? []).length > 0}>
        <SelectField
          optional
          name="room"
          label={t('session.room')}
          width="medium"
          emptyLabel={t('session.room.none')}
          options={(rooms() ?? []).map(({ no, name }) => ({ value: String(no), label: name }))}
          value={props.draft.room}
          onChange={(room) => props.onChange({ room, place: '' })}
          error={props.errorOf('room')}
        />
      </Show>
      <TextField
        optional={props.draft.venue !== ''}
        name="place"
        label={t('session.place')}
        hint={t('session.place.hint')}
        width="medium"
        value={props.draft.place}
        onInput={(place) => props.onChange({ place })}
        error={props.errorOf('place')}
      />
    </>
  );
};
