import { type Component, createSignal, Index, Show } from 'solid-js';
import * as v from 'valibot';
import { venuesContract } from '../../../../../functions/venues/venues.contract.ts';
import { facilities, limits, slotMinutes } from '../../../../../functions/venues/venues.words.ts';
import { roomsProblems } from '../../../../../functions/venues/venues-checks.rules.ts';
import { Button } from '../../../ui/button.tsx';
import { CheckboxField, SelectField } from '../../../ui/choice-field.tsx';
import { Fieldset } from '../../../ui/field.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import type { Submission } from '../../forms/submission.ts';
import { refuseUnsent } from '../../forms/unsent.ts';
import { numberIn } from '../details-draft.ts';
import { Choices } from '../details-fields.tsx';
import type { VenueView } from '../venues.queries.ts';
import { venuesWords } from '../venues.words.ts';
import { type ActionProps, VenueAction } from './venue-action.tsx';

const { t } = venuesWords;
const row = venuesContract.routes.rooms;

type Room = VenueView['rooms'][number];

interface RoomDraft {
  readonly no?: number;
  readonly name: string;
  readonly capacity: string;
  readonly facilities: Room['facilities'];
  readonly bookable: boolean;
  readonly approval: boolean;
  readonly slot: string;
  /** Hours. */
  readonly longest: string;
}

const minutesPerHour = 60;

const emptyRoom: RoomDraft = {
  ...{ name: '', capacity: '', facilities: [], bookable: true, approval: true, slot: '60', longest: '2' },
};

const draftOf = ({ longest, slot, capacity, ...room }: Room): RoomDraft => ({
  ...{ ...room, slot: String(slot), capacity: String(capacity), longest: String(longest / minutesPerHour) },
});

const bodyOf = ({ capacity, slot, longest, ...room }: RoomDraft) => {
  const hours = numberIn(longest);
  return {
    ...{ ...room, capacity: numberIn(capacity), slot: Number(slot) },
    longest: typeof hours === 'number' ? Math.round(hours * minutesPerHour) : hours,
  };
};

/** Rooms of a venue, all in one form: what is booked names a room by its number, which stays. */
export const RoomsAction: Component<ActionProps> = (props) => {
  const [rooms, setRooms] = createSignal<readonly RoomDraft[]>([]);
  const change = (at: number, part: Partial<RoomDraft>): void => {
    setRooms(rooms().map((room, index) => (index === at ? { ...room, ...part } : room)));
  };
  const labels = () =>
    Object.fromEntries(
      rooms().flatMap((_, at) => [
        [`rooms.${at}.name`, t('room.name.of', { n: at + 1 })],
        [`rooms.${at}.capacity`, t('room.capacity.of', { n: at + 1 })],
        [`rooms.${at}.longest`, t('room.longest.of', { n: at + 1 })],
      ]),
    );
  return (
    <VenueAction
      wide
      view={props.view}
      row={row}
      label={t('rooms.change')}
      intro={t('rooms.intro')}
      fields={labels()}
      body={() => ({ rooms: rooms().map(bodyOf) })}
      complete={async (body) => {
        refuseUnsent(roomsProblems(v.parse(row.body, body).rooms, props.view));
        return body;
      }}
      reset={() => setRooms(props.view.rooms.map(draftOf))}
      done={t('rooms.done')}
    >
      {(errorOf) => (
        <div class="stack">
          <Index each={rooms()}>
            {(room, at) => (
              <RoomFields
                at={at}
                room={room()}
                onChange={(part) => change(at, part)}
                onRemove={() => setRooms(rooms().filter((_, index) => index !== at))}
                errorOf={errorOf}
              />
            )}
          </Index>
          <Show when={rooms().length < limits.rooms}>
            <p>
              <Button onPress={() => setRooms([...rooms(), emptyRoom])}>{t('rooms.add')}</Button>
            </p>
          </Show>
        </div>
      )}
    </VenueAction>
  );
};

interface RoomFieldsProps {
  at: number;
  room: RoomDraft;
  onChange: (part: Partial<RoomDraft>) => void;
  onRemove: () => void;
  errorOf: Submission['errorOf'];
}

const RoomFields: Component<RoomFieldsProps> = (props) => {
  const path = (field: string): string => `rooms.${props.at}.${field}`;
  return (
    <Fieldset legend={t('room.of', { n: props.at + 1 })}>
      <div class="venue-row">
        <TextField
          name={path('name')}
          label={t('room.name')}
          width="medium"
          value={props.room.name}
          onInput={(name) => props.onChange({ name })}
          error={props.errorOf(path('name'))}
        />
        <TextField
          name={path('capacity')}
          label={t('details.capacity')}
          inputmode="numeric"
          width="short"
          value={props.room.capacity}
          onInput={(capacity) => props.onChange({ capacity })}
          error={props.errorOf(path('capacity'))}
        />
      </div>
      <CheckboxField
        name={path('bookable')}
        label={t('room.may-book')}
        checked={props.room.bookable}
        onChange={(bookable) => props.onChange({ bookable })}
      />
      <Show when={props.room.bookable}>
        <CheckboxField
          name={path('approval')}
          label={t('room.needs-approval')}
          checked={props.room.approval}
          onChange={(approval) => props.onChange({ approval })}
        />
        <div class="venue-row">
          <SelectField
            name={path('slot')}
            label={t('room.slot')}
            emptyLabel=""
            width="short"
            options={slotMinutes.map((n) => ({ value: String(n), label: t('room.minutes', { n }) }))}
            value={props.room.slot}
            onChange={(slot) => props.onChange({ slot })}
          />
          <TextField
            name={path('longest')}
            label={t('room.longest-hours')}
            width="short"
            value={props.room.longest}
            onInput={(longest) => props.onChange({ longest })}
            error={props.errorOf(path('longest'))}
          />
        </div>
      </Show>
      <details>
        <summary>{t('fact.facilities')}</summary>
        <Choices
          name={path('facilities')}
          legend={t('fact.facilities')}
          listed={facilities}
          labelOf={(one) => t(`facility.${one}`)}
          chosen={props.room.facilities}
          onChange={(chosen) => props.onChange({ facilities: [...chosen] })}
        />
      </details>
      <p>
        <Button kind="quiet" label={t('room.remove.label', { n: props.at + 1 })} onPress={props.onRemove}>
          {t('room.remove')}
        </Button>
      </p>
    </Fieldset>
  );
};
