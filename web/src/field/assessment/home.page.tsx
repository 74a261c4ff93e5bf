import { A, useParams } from '@solidjs/router';
import { type Component, createMemo, createResource, Match, Show, Switch } from 'solid-js';
import { DescriptionList } from '../../ui/facts.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { EmptyState, LoadingState } from '../../ui/state.tsx';
import { officer } from '../officer/officer.ts';
import type { KeptAssessment } from '../phone/kept.ts';
import { AssessmentFormPart } from './assessment-form.tsx';
import { assessments } from './assessments.ts';
import { openForm } from './form.ts';
import { homeFacts, titleOf } from './home-words.ts';
import { type Home, homes } from './homes.ts';
import { homesWords } from './homes.words.ts';
import { keptOf } from './kept-of.ts';
import { KeptPart } from './kept-part.tsx';

const { t } = homesWords;

/** One home: where it is and whom to ring, then the form; and once it was saved, what became of it. */
export const HomePage: Component = () => {
  const params = useParams<{ reference: string }>();
  const listed = createMemo(() => homes()?.rows.find(({ reference }) => reference === params.reference));
  const kept = createMemo(() => keptOf(assessments(), params.reference, listed()));
  const isForm = createMemo(() => {
    const phase = kept()?.phase;
    return phase === undefined || phase === 'draft';
  });
  return (
    <>
      <A class="visit-back" href="/field">
        {t('home.back')}
      </A>
      <Switch>
        <Match when={isForm()}>
          <Opened reference={params.reference} kept={kept()} listed={listed()} />
        </Match>
        <Match when={kept()}>{(known) => <KeptPart kept={known()} listed={listed()} />}</Match>
      </Switch>
    </>
  );
};

/** Opened once: what is written meanwhile, here or by a fetch of the list, does not take the form away. */
const Opened: Component<{ reference: string; kept: KeptAssessment | undefined; listed: Home | undefined }> = (
  props,
) => {
  const asked = createMemo(
    () => ({
      staffId: officer()?.staffId ?? '',
      known: props.kept !== undefined || props.listed !== undefined,
    }),
    undefined,
    { equals: (one, other) => one.staffId === other.staffId && one.known === other.known },
  );
  const [form] = createResource(asked, ({ staffId }) => openForm(staffId, props.kept, props.listed));
  return (
    <Show when={!form.loading} fallback={<LoadingState />}>
      <Show
        when={form()}
        fallback={
          <>
            <PageHeader title={t('home.unknown')} />
            <EmptyState title={t('home.unknown.title')} />
          </>
        }
      >
        {(open) => (
          <>
            <PageHeader title={t('form.title')} lead={t('form.lead')} />
            <p class="visit-where">
              <strong>{titleOf(open().home)}</strong>
            </p>
            <ReachPart home={open().home} />
            <DescriptionList facts={homeFacts(open().home)} />
            <AssessmentFormPart form={open()} isBegun={props.kept !== undefined} />
          </>
        )}
      </Show>
    </Show>
  );
};

const ReachPart: Component<{ home: Home }> = (props) => (
  <Show
    when={props.home.reach}
    fallback={
      <p class="soft">
        {props.home.name} · {t('home.reach.none')}
      </p>
    }
  >
    {(reach) => (
      <DescriptionList
        facts={[
          { term: t('home.name'), value: reach().name },
          { term: t('home.phone'), value: <a href={`tel:${reach().phone}`}>{reach().phone}</a> },
          ...(reach().proxy === undefined
            ? []
            : [
                {
                  term: t('home.proxy'),
                  value: (
                    <>
                      {reach().proxy?.name} <a href={`tel:${reach().proxy?.phone}`}>{reach().proxy?.phone}</a>
                    </>
                  ),
                },
              ]),
        ]}
      />
    )}
  </Show>
);
