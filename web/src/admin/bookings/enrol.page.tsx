import { A, createAsync, useParams } from '@solidjs/router';
import { type Component, createSignal, Match, Show, Switch } from 'solid-js';
import { createStore } from 'solid-js/store';
import { bookingsContract } from '../../../../functions/bookings/bookings.contract.ts';
import { formatReference } from '../../../../functions/platform/contract/reference.ts';
import type { ResponseOf } from '../../../../functions/platform/contract/route.ts';
import { call } from '../../api/client.ts';
import { Button } from '../../ui/button.tsx';
import { CheckboxField, RadioGroup } from '../../ui/choice-field.tsx';
import { CopyButton, DescriptionList } from '../../ui/facts.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { CommandForm } from '../forms/command-form.tsx';
import { createSubmission, type Submission } from '../forms/submission.ts';
import { useDesk } from '../shell/desk.ts';
import { type OfferView, readRoster, renewRosters } from './bookings.queries.ts';
import { bookingsWords } from './bookings.words.ts';

const { t } = bookingsWords;
const row = bookingsContract.routes.enrol;
type Enrolled = ResponseOf<typeof row>;

const empty = {
  source: 'counter',
  who: 'self',
  name: '',
  age: '',
  guardian: '',
  guardianConsent: false,
  phone: '',
  places: '2',
  consent: false,
  despiteClash: false,
};
type Draft = typeof empty;

const numberIn = (text: string): number | undefined => (text.trim() === '' ? undefined : Number(text));

const attendeeOf = ({ who, name, phone, age, guardian, guardianConsent, places }: Draft): object => {
  if (who === 'child') return { who, name, phone, age: numberIn(age), guardian, guardianConsent };
  return who === 'party' ? { who, name, phone, places: numberIn(places) } : { who, name, phone };
};

/** For somebody who stands at the counter or is on the phone; the rules of the site. */
export const EnrolPage: Component = () => {
  const params = useParams<{ offer: string }>();
  const desk = useDesk();
  const roster = createAsync(() => readRoster(params.offer, undefined));
  const [done, setDone] = createSignal<Enrolled>();
  return (
    <Show when={roster()}>
      {(known) => (
        <div class="stack">
          <p>
            <A href={desk.keepNode(`/admin/rosters/${params.offer}`)}>{t('enrol.back')}</A>
          </p>
          <PageHeader title={t('enrol.title')} lead={t('enrol.lead', { title: known().offer.title })} />
          <Show
            when={done()}
            fallback={
              <EnrolForm
                offer={known().offer}
                onDone={(enrolled) => {
                  setDone(enrolled);
                  void renewRosters();
                }}
              />
            }
          >
            {(enrolled) => <Receipt enrolled={enrolled()} onAgain={() => setDone(undefined)} />}
          </Show>
        </div>
      )}
    </Show>
  );
};

const Receipt: Component<{ enrolled: Enrolled; onAgain: () => void }> = (props) => {
  const words = (): string => {
    const { name, state } = props.enrolled.enrolment;
    return t(state === 'confirmed' ? 'enrol.done.confirmed' : 'enrol.done.waiting', { name });
  };
  return (
    <section class="stack reading" role="status">
      <Notice tone={props.enrolled.enrolment.state === 'confirmed' ? 'ok' : 'info'} title={t('enrol.done')}>
        <p>{words()}</p>
      </Notice>
      <p>{t('enrol.done.keep')}</p>
      <DescriptionList
        facts={[
          {
            term: t('enrol.reference'),
            value: <strong>{formatReference(props.enrolled.reference)}</strong>,
            action: <CopyButton text={formatReference(props.enrolled.reference)} />,
          },
          {
            term: t('enrol.code'),
            value: <strong>{props.enrolled.code}</strong>,
            action: <CopyButton text={props.enrolled.code} />,
          },
        ]}
      />
      <Button kind="main" onPress={props.onAgain}>
        {t('enrol.again')}
      </Button>
    </section>
  );
};

const EnrolForm: Component<{ offer: OfferView; onDone: (enrolled: Enrolled) => void }> = (props) => {
  const [draft, setDraft] = createStore<Draft>({ ...empty });
  const [clashed, setClashed] = createSignal(false);
  const isChild = (): boolean => draft.who === 'child';
  const submission = createSubmission({
    schema: row.body,
    fields: () => ({
      source: t('enrol.source'),
      'attendee.who': t('enrol.who'),
      'attendee.name': isChild() ? t('enrol.child-name') : t('enrol.name'),
      'attendee.age': t('enrol.age'),
      'attendee.guardian': t('enrol.guardian'),
      'attendee.guardianConsent': t('enrol.guardian-consent'),
      'attendee.phone': t('enrol.phone'),
      'attendee.places': t('enrol.places'),
      consent: t('enrol.consent'),
      ...(clashed() ? { despiteClash: t('enrol.despite') } : {}),
    }),
    fieldOf: {
      'booking.already_enrolled': 'attendee.name',
      'booking.too_many_for_phone': 'attendee.phone',
      'booking.party_too_large': 'attendee.places',
      'booking.no_shows': 'attendee.phone',
    },
    send: async (body, key) => {
      try {
        return (await call(row, { body, key })).body;
      } catch (thrown) {
        if (thrown instanceof Error && thrown.message === 'booking.clash') setClashed(true);
        throw thrown;
      }
    },
    done: (enrolled) => {
      setDraft({ ...empty });
      setClashed(false);
      submission.reset();
      props.onDone(enrolled);
    },
  });
  return (
    <CommandForm
      submission={submission}
      body={() => ({
        offer: props.offer.offer,
        source: draft.source,
        attendee: attendeeOf(draft),
        consent: draft.consent || undefined,
        ...(clashed() ? { despiteClash: draft.despiteClash } : {}),
      })}
      submitLabel={t('enrol.submit')}
    >
      <RadioGroup
        inline
        name="source"
        label={t('enrol.source')}
        options={[
          { value: 'counter', label: t('source.counter') },
          { value: 'phone', label: t('source.phone') },
        ]}
        value={draft.source}
        onChange={(value) => setDraft('source', value)}
        error={submission.errorOf('source')}
      />
      <RadioGroup
        name="attendee.who"
        label={t('enrol.who')}
        options={(['self', 'child', 'party'] as const).map((value) => ({
          value,
          label: t(`enrol.who.${value}`),
        }))}
        value={draft.who}
        onChange={(value) => setDraft('who', value)}
        error={submission.errorOf('attendee.who')}
      />
      <AttendeeFields
        draft={draft}
        party={props.offer.party}
        onChange={(part) => setDraft(part)}
        errorOf={submission.errorOf}
      />
      <CheckboxField
        name="consent"
        label={t('enrol.consent')}
        checked={draft.consent}
        onChange={(value) => setDraft('consent', value)}
        error={submission.errorOf('consent')}
      />
      <Show when={clashed()}>
        <CheckboxField
          name="despiteClash"
          label={t('enrol.despite')}
          checked={draft.despiteClash}
          onChange={(value) => setDraft('despiteClash', value)}
          error={submission.errorOf('despiteClash')}
        />
      </Show>
    </CommandForm>
  );
};

interface AttendeeFieldsProps {
  draft: Draft;
  /** Most places of one enrolment. */
  party: number;
  onChange: (part: Partial<Draft>) => void;
  errorOf: Submission['errorOf'];
}

const AttendeeFields: Component<AttendeeFieldsProps> = (props) => (
  <>
    <TextField
      name="attendee.name"
      label={props.draft.who === 'child' ? t('enrol.child-name') : t('enrol.name')}
      autocomplete="off"
      width="medium"
      value={props.draft.name}
      onInput={(name) => props.onChange({ name })}
      error={props.errorOf('attendee.name')}
    />
    <Switch>
      <Match when={props.draft.who === 'child'}>
        <TextField
          name="attendee.age"
          label={t('enrol.age')}
          inputmode="numeric"
          width="short"
          value={props.draft.age}
          onInput={(age) => props.onChange({ age })}
          error={props.errorOf('attendee.age')}
        />
        <TextField
          name="attendee.guardian"
          label={t('enrol.guardian')}
          autocomplete="off"
          width="medium"
          value={props.draft.guardian}
          onInput={(guardian) => props.onChange({ guardian })}
          error={props.errorOf('attendee.guardian')}
        />
        <CheckboxField
          name="attendee.guardianConsent"
          label={t('enrol.guardian-consent')}
          checked={props.draft.guardianConsent}
          onChange={(guardianConsent) => props.onChange({ guardianConsent })}
          error={props.errorOf('attendee.guardianConsent')}
        />
      </Match>
      <Match when={props.draft.who === 'party'}>
        <TextField
          name="attendee.places"
          label={t('enrol.places')}
          hint={t('enrol.places.hint', { n: props.party })}
          inputmode="numeric"
          width="short"
          value={props.draft.places}
          onInput={(places) => props.onChange({ places })}
          error={props.errorOf('attendee.places')}
        />
      </Match>
    </Switch>
    <TextField
      name="attendee.phone"
      label={t('enrol.phone')}
      type="tel"
      autocomplete="off"
      width="medium"
      value={props.draft.phone}
      onInput={(phone) => props.onChange({ phone })}
      error={props.errorOf('attendee.phone')}
    />
  </>
);
