import { createAsync } from '@solidjs/router';
import { type Component, createSignal } from 'solid-js';
import { SelectField } from '../../../ui/choice-field.tsx';
import { LoadingState } from '../../../ui/state.tsx';
import { DateField } from '../../../ui/text-field.tsx';
import { today } from '../../shell/days.ts';
import { SlotBoundary } from '../../shell/desk-boundary.tsx';
import { type Person, readRenovationPeople } from '../renovation.queries.ts';
import { renovationActWords } from '../renovation.words.ts';
import { type ActionProps, RenovationAction } from './renovation-action.tsx';

const { t } = renovationActWords;

interface PeopleFieldProps {
  name: string;
  label: string;
  /** Where they have to work. */
  place: string;
  only?: ((person: Person) => boolean) | undefined;
  value: string;
  onChange: (staffId: string) => void;
  error: string | undefined;
}

/** Who can be named for homes of a place; waits for the list by itself, so that a dialog around it stays. */
export const PeopleField: Component<PeopleFieldProps> = (props) => (
  <SlotBoundary fallback={<LoadingState />}>
    <People {...props} />
  </SlotBoundary>
);

const People: Component<PeopleFieldProps> = (props) => {
  const people = createAsync(() => readRenovationPeople(props.place));
  const options = () =>
    (people() ?? []).filter(props.only ?? (() => true)).map(({ staffId, name, contractor }) => ({
      value: staffId,
      label: t(contractor ? 'people.contractor' : 'people.federation', { name }),
    }));
  return (
    <SelectField
      name={props.name}
      label={props.label}
      width="medium"
      options={options()}
      value={props.value}
      onChange={props.onChange}
      error={props.error}
    />
  );
};

/** Who goes there and on which day; can be named anew as long as nobody was. */
export const AppointmentAction: Component<ActionProps> = (props) => {
  const [assessor, setAssessor] = createSignal(props.view.appointment?.assessor.id ?? '');
  const [day, setDay] = createSignal<string>(props.view.appointment?.day ?? '');
  return (
    <RenovationAction
      view={props.view}
      action="appointment"
      kind={props.view.appointment === undefined ? 'main' : 'second'}
      intro={t('appointment.intro')}
      fields={{ assessor: t('appointment.assessor'), day: t('appointment.day') }}
      fieldOf={{ 'renovation.assessor_unknown': 'assessor' }}
      body={() => ({ assessor: assessor() || undefined, day: day() || undefined })}
    >
      {(errorOf) => (
        <>
          <PeopleField
            name="assessor"
            label={t('appointment.assessor')}
            place={props.view.village}
            value={assessor()}
            onChange={setAssessor}
            error={errorOf('assessor')}
          />
          <DateField
            name="day"
            label={t('appointment.day')}
            min={today()}
            value={day()}
            onInput={setDay}
            error={errorOf('day')}
          />
        </>
      )}
    </RenovationAction>
  );
};
