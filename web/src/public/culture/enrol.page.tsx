import { createAsync, revalidate, useParams } from '@solidjs/router';
import { type Component, createSignal, ErrorBoundary, onMount, Show, Suspense } from 'solid-js';
import { attendees, consentVersion } from '../../../../functions/bookings/bookings.words.ts';
import { ApiProblem } from '../../api/client.ts';
import { Button } from '../../ui/button.tsx';
import { CheckboxField, RadioGroup } from '../../ui/choice-field.tsx';
import { ErrorSummary, type FieldMessage } from '../../ui/error-summary.tsx';
import { DescriptionList, type Fact } from '../../ui/facts.tsx';
import { Alert } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { ErrorState, LoadingState } from '../../ui/state.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { codeOf, fieldMessage } from '../messages/messages.ts';
import { bookingWords, cultureWords } from '../public.words.ts';
import { prepareProof } from '../report/report.proof.ts';
import { messagesOf, refusalMessage } from './booking.messages.ts';
import { type Offer, readOffer } from './culture.queries.ts';
import { createEnroller, type Receipt } from './enrolling.ts';
import { attendeeOf, type Draft, emptyDraft, lacksOf, type Who } from './enrolment.draft.ts';
import { mayEnrol, Places } from './places.tsx';
import { ReceiptView } from './receipt.tsx';
import './culture.css';

const { t } = bookingWords;

interface FieldsProps {
  offer: Offer;
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  errorOf: (name: string) => string | undefined;
}

const nameLabels = { self: 'enrol.name', child: 'enrol.name.child', party: 'enrol.name.party' } as const;

const isWho = (value: string): value is Who => attendees.some((who) => who === value);

const Fields: Component<FieldsProps> = (props) => (
  <>
    <RadioGroup
      name="attendee.who"
      label={t('enrol.who')}
      options={attendees
        .filter((who) => who !== 'party' || props.offer.party > 1)
        .map((who) => ({ value: who, label: t(`enrol.who.${who}`) }))}
      value={props.draft.who}
      error={props.errorOf('attendee.who')}
      onChange={(who) => isWho(who) && props.change({ who })}
    />
    <TextField
      name="attendee.name"
      label={t(nameLabels[props.draft.who || 'self'])}
      autocomplete={props.draft.who === 'child' ? 'off' : 'name'}
      width="medium"
      value={props.draft.name}
      error={props.errorOf('attendee.name')}
      onInput={(name) => props.change({ name })}
    />
    <Show when={props.draft.who === 'child'}>
      <TextField
        name="attendee.age"
        label={t('enrol.age')}
        inputmode="numeric"
        width="short"
        value={props.draft.age}
        error={props.errorOf('attendee.age')}
        onInput={(age) => props.change({ age })}
      />
      <TextField
        name="attendee.guardian"
        label={t('enrol.guardian')}
        autocomplete="name"
        width="medium"
        value={props.draft.guardian}
        error={props.errorOf('attendee.guardian')}
        onInput={(guardian) => props.change({ guardian })}
      />
      <CheckboxField
        name="attendee.guardianConsent"
        label={t('enrol.guardian-consent')}
        checked={props.draft.guardianConsent}
        error={props.errorOf('attendee.guardianConsent')}
        onChange={(guardianConsent) => props.change({ guardianConsent })}
      />
    </Show>
    <Show when={props.draft.who === 'party'}>
      <TextField
        name="attendee.places"
        label={t('enrol.places')}
        hint={t('enrol.places.hint', { n: props.offer.party })}
        inputmode="numeric"
        width="short"
        value={props.draft.places}
        error={props.errorOf('attendee.places')}
        onInput={(places) => props.change({ places })}
      />
    </Show>
    <TextField
      name="attendee.phone"
      label={t('enrol.phone')}
      hint={t('enrol.phone.hint')}
      type="tel"
      inputmode="tel"
      autocomplete="tel"
      width="medium"
      value={props.draft.phone}
      error={props.errorOf('attendee.phone')}
      onInput={(phone) => props.change({ phone })}
    />
    <CheckboxField
      name="consent"
      label={t('enrol.consent')}
      checked={props.draft.consent}
      error={props.errorOf('consent')}
      onChange={(consent) => props.change({ consent })}
    />
  </>
);

const factsOf = (draft: Draft): Fact[] => {
  const attendee = attendeeOf(draft);
  return [
    { term: t('enrol.who'), value: t(`enrol.who.${attendee.who}`) },
    { term: t(nameLabels[attendee.who]), value: attendee.name.trim() },
    ...(attendee.who === 'child'
      ? [
          { term: t('enrol.age'), value: String(attendee.age) },
          { term: t('enrol.guardian'), value: attendee.guardian.trim() },
        ]
      : []),
    ...(attendee.who === 'party' ? [{ term: t('enrol.places'), value: String(attendee.places) }] : []),
    { term: t('enrol.phone'), value: attendee.phone.trim() },
  ];
};

const EnrolForm: Component<{ offer: Offer; done: (receipt: Receipt) => void }> = (props) => {
  const [draft, setDraft] = createSignal<Draft>(emptyDraft);
  const [messages, setMessages] = createSignal<readonly FieldMessage[]>([]);
  const [isChecking, setChecking] = createSignal(false);
  const [isBusy, setBusy] = createSignal(false);
  const [clashes, setClashes] = createSignal(false);
  const enrol = createEnroller();
  // The sum against machines is worked out while the form is being filled in.
  onMount(prepareProof);
  const errorOf = (name: string): string | undefined =>
    messages().find((message) => message.name === name)?.message;

  const check = (): void => {
    const lacks = lacksOf(draft(), Math.min(props.offer.party, props.offer.perPhone));
    setMessages(lacks.map(({ name, code }) => ({ name, message: fieldMessage({ code, n: '' }) })));
    setChecking(lacks.length === 0);
  };
  const send = async (): Promise<void> => {
    setBusy(true);
    setMessages([]);
    try {
      const despiteClash = clashes();
      const attendee = attendeeOf(draft());
      props.done(await enrol({ offer: props.offer.offer, attendee, despiteClash, consent: consentVersion }));
    } catch (thrown) {
      setClashes(codeOf(thrown) === 'booking.clash');
      // What is wrong at a field is put right where the field is.
      if (thrown instanceof ApiProblem && thrown.errors.length > 0) setChecking(false);
      setMessages(messagesOf(thrown));
    } finally {
      setBusy(false);
    }
  };
  const submit = (event: Event): void => {
    event.preventDefault();
    if (isBusy()) return;
    if (isChecking()) void send();
    else check();
  };
  const sendLabel = (): string => {
    if (isBusy()) return t('enrol.sending');
    return clashes() ? t('enrol.clash') : t('enrol.send');
  };
  return (
    <>
      <ErrorSummary errors={messages()} {...(isChecking() ? { title: t('enrol.failed') } : {})} />
      <form class="stack" noValidate onSubmit={submit}>
        <Show
          when={isChecking()}
          fallback={
            <>
              <Fields
                offer={props.offer}
                draft={draft()}
                change={(part) => setDraft((before) => ({ ...before, ...part }))}
                errorOf={errorOf}
              />
              <div class="row">
                <Button type="submit" kind="main">
                  {t('enrol.next')}
                </Button>
              </div>
            </>
          }
        >
          <h2>{t('enrol.check')}</h2>
          <DescriptionList facts={factsOf(draft())} />
          <div class="row">
            <Button type="submit" kind="main" busy={isBusy()}>
              {sendLabel()}
            </Button>
            <Button
              onPress={() => {
                setChecking(false);
                setClashes(false);
                setMessages([]);
              }}
            >
              {t('enrol.back')}
            </Button>
          </div>
        </Show>
      </form>
    </>
  );
};

const Enrolling: Component<{ offer: Offer }> = (props) => {
  const [receipt, setReceipt] = createSignal<Receipt>();
  return (
    <Show
      when={receipt()}
      fallback={
        <>
          <PageHeader title={t('enrol.title', { title: props.offer.title })} />
          <Places offer={props.offer} />
          <Show
            when={mayEnrol(props.offer)}
            fallback={<Alert tone="warn" title={cultureWords.t('offer.closed')} />}
          >
            <EnrolForm offer={props.offer} done={setReceipt} />
          </Show>
        </>
      }
    >
      {(received) => <ReceiptView receipt={received()} />}
    </Show>
  );
};

const EnrolPage: Component = () => {
  const params = useParams<{ offer: string }>();
  const offer = createAsync(() => readOffer(params.offer));
  return (
    <div class="reading stack-large">
      <ErrorBoundary
        fallback={(thrown, reset) => (
          <>
            <PageHeader title={cultureWords.t('activity.enrol')} />
            <ErrorState
              text={refusalMessage(codeOf(thrown))}
              onRetry={() => void revalidate(readOffer.key).then(reset)}
            />
          </>
        )}
      >
        <Suspense fallback={<LoadingState lines={6} />}>
          <Show when={offer()}>{(known) => <Enrolling offer={known()} />}</Show>
        </Suspense>
      </ErrorBoundary>
    </div>
  );
};

export default EnrolPage;
