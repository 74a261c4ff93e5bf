import { A, createAsync, revalidate, useParams } from '@solidjs/router';
import { type Component, ErrorBoundary, Match, onMount, Show, Suspense, Switch } from 'solid-js';
import { PageHeader } from '../../ui/page.tsx';
import { ErrorState, LoadingState } from '../../ui/state.tsx';
import { codeOf } from '../messages/messages.ts';
import { bookingWords, cultureWords } from '../public.words.ts';
import { prepareProof } from '../questions/proof.ts';
import { createFlow } from './booking.flow.ts';
import { refusalMessage } from './booking.messages.ts';
import { type Offer, readOffer } from './culture.queries.ts';
import { CheckStep } from './enrol-check.tsx';
import { ContactStep, PeopleStep, WhoStep } from './enrol-steps.tsx';
import { draft, lacksOf, receiptOf, startFor, steps } from './enrolment.draft.ts';
import { mayEnrol, Places } from './places.tsx';
import { ReceiptView } from './receipt.tsx';

const { t } = bookingWords;

const Form: Component<{ offer: Offer }> = (props) => {
  const params = useParams<{ step?: string }>();
  const { offer: id } = props.offer;
  startFor(id);
  const flow = createFlow({
    steps,
    base: `/culture/enrol/${id}`,
    at: () => params.step,
    lacksOf: (step) => lacksOf(step, draft(), props.offer),
    hasReceipt: () => receiptOf(id) !== undefined,
  });
  // The sum against machines is worked out while the form is being filled in.
  onMount(prepareProof);
  const isStep = (step: string): boolean => flow.step() === step;
  return (
    <Switch>
      <Match when={isStep('done') && receiptOf(id)}>{(receipt) => <ReceiptView receipt={receipt()} />}</Match>
      <Match when={!mayEnrol(props.offer) && !isStep('done')}>
        <PageHeader title={t('enrol.title', { title: props.offer.title })} />
        <Places offer={props.offer} />
        <p>
          <A href={`/culture/activities/${props.offer.activity}`}>{t('enrol.activity')}</A>
        </p>
      </Match>
      <Match when={isStep('who')}>
        <WhoStep flow={flow} offer={props.offer} />
      </Match>
      <Match when={isStep('people')}>
        <PeopleStep flow={flow} offer={props.offer} />
      </Match>
      <Match when={isStep('contact')}>
        <ContactStep flow={flow} offer={props.offer} />
      </Match>
      <Match when={isStep('check')}>
        <CheckStep flow={flow} offer={props.offer} />
      </Match>
    </Switch>
  );
};

const Enrolling: Component<{ id: string }> = (props) => {
  const offer = createAsync(() => readOffer(props.id));
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
          <Show when={offer()}>{(known) => <Form offer={known()} />}</Show>
        </Suspense>
      </ErrorBoundary>
    </div>
  );
};

const EnrolPage: Component = () => {
  const params = useParams<{ offer: string }>();
  return (
    <Show when={params.offer} keyed>
      {(id) => <Enrolling id={id} />}
    </Show>
  );
};

export default EnrolPage;
