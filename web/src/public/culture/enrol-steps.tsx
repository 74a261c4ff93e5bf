import { A } from '@solidjs/router';
import { type Component, Match, Show, Switch } from 'solid-js';
import { attendees, consentVersion } from '../../../../functions/bookings/bookings.words.ts';
import { CheckboxField, RadioGroup } from '../../ui/choice-field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { bookingWords } from '../public.words.ts';
import type { Flow } from './booking.flow.ts';
import { BookingStep } from './booking-step.tsx';
import type { Offer } from './culture.queries.ts';
import { change, draft, mostOf, type Step, whoOf } from './enrolment.draft.ts';
import { Places } from './places.tsx';

const { t } = bookingWords;

interface StepProps {
  flow: Flow<Step>;
  offer: Offer;
}

export const WhoStep: Component<StepProps> = (props) => (
  <BookingStep place={props.flow} title={t('enrol.who')} lead={props.offer.title}>
    <Places offer={props.offer} />
    <RadioGroup
      name="who"
      label={t('enrol.who.label')}
      options={attendees
        .filter((who) => who !== 'party' || mostOf(props.offer) > 1)
        .map((who) => ({ value: who, label: t(`enrol.who.${who}`) }))}
      value={draft().who}
      error={props.flow.errorOf('who')}
      onChange={(who) => change({ who })}
    />
  </BookingStep>
);

const Child: Component<StepProps> = (props) => (
  <>
    <TextField
      name="age"
      label={t('enrol.age')}
      inputmode="numeric"
      width="short"
      value={draft().age}
      error={props.flow.errorOf('age')}
      onInput={(age) => change({ age })}
    />
    <TextField
      name="guardian"
      label={t('enrol.guardian')}
      autocomplete="name"
      width="medium"
      value={draft().guardian}
      error={props.flow.errorOf('guardian')}
      onInput={(guardian) => change({ guardian })}
    />
    <CheckboxField
      name="guardianConsent"
      label={t('enrol.guardian-consent')}
      checked={draft().guardianConsent === 'yes'}
      error={props.flow.errorOf('guardianConsent')}
      onChange={(agreed) => change({ guardianConsent: agreed ? 'yes' : '' })}
    />
  </>
);

export const PeopleStep: Component<StepProps> = (props) => {
  const who = () => whoOf(draft()) ?? 'self';
  return (
    <BookingStep place={props.flow} title={t(`enrol.people.${who()}`)} lead={props.offer.title}>
      <TextField
        name="name"
        label={t(`enrol.name.${who()}`)}
        autocomplete={who() === 'child' ? 'off' : 'name'}
        width="medium"
        value={draft().name}
        error={props.flow.errorOf('name')}
        onInput={(name) => change({ name })}
      />
      <Switch>
        <Match when={who() === 'child'}>
          <Child {...props} />
        </Match>
        <Match when={who() === 'party'}>
          <TextField
            name="places"
            label={t('enrol.places')}
            hint={t('enrol.places.hint', { n: mostOf(props.offer) })}
            inputmode="numeric"
            width="short"
            value={draft().places}
            error={props.flow.errorOf('places')}
            onInput={(places) => change({ places })}
          />
        </Match>
      </Switch>
    </BookingStep>
  );
};

interface ContactFields {
  readonly phone: string;
  readonly consent: string;
}

/** Phone and consent, the same for a course and for a room. */
export const ContactFields: Component<{
  draft: ContactFields;
  errorOf: (name: string) => string | undefined;
  change: (part: Partial<ContactFields>) => void;
}> = (props) => (
  <>
    <TextField
      name="phone"
      label={t('enrol.phone')}
      hint={t('enrol.phone.hint')}
      type="tel"
      inputmode="tel"
      autocomplete="tel-national"
      width="medium"
      value={props.draft.phone}
      error={props.errorOf('phone')}
      onInput={(phone) => props.change({ phone })}
    />
    <Notice>
      <p>{t('contact.why')}</p>
      <A class="touch-link" href="/privacy">
        {t('contact.privacy')}
      </A>
    </Notice>
    <CheckboxField
      name="consent"
      label={t('enrol.consent')}
      checked={props.draft.consent === consentVersion}
      error={props.errorOf('consent')}
      onChange={(agreed) => props.change({ consent: agreed ? consentVersion : '' })}
    />
  </>
);

export const ContactStep: Component<StepProps> = (props) => (
  <BookingStep place={props.flow} title={t('contact.title')} lead={props.offer.title}>
    <Show when={whoOf(draft()) === 'child'}>
      <p>{t('enrol.contact.child')}</p>
    </Show>
    <ContactFields draft={draft()} errorOf={props.flow.errorOf} change={change} />
  </BookingStep>
);
