import { type Component, createSignal, onMount, Show } from 'solid-js';
import { createStore } from 'solid-js/store';
import { formatReference } from '../../../../functions/platform/contract/reference.rules.ts';
import { renovationContract } from '../../../../functions/renovation/renovation.contract.ts';
import { call } from '../../api/client.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { CommandForm } from '../forms/command-form.tsx';
import { photoRefusals, sendPhotos } from '../forms/photos.ts';
import { createSubmission } from '../forms/submission.ts';
import { useDesk } from '../shell/desk.ts';
import { emptyDraft, newBody } from './new-draft.ts';
import { ConsentFields, HomeFields, PersonFields, WantsFields, WhoFields } from './new-fields.tsx';
import { showChangedRenovation } from './renovation.queries.ts';
import { renovationActWords } from './renovation.words.ts';
import './renovation.css';

const { t } = renovationActWords;
const row = renovationContract.routes.register;

interface Registered {
  readonly reference: string;
  readonly code: string;
}

/** For somebody who came or called: the questions of the public form on one page, and how they consented. */
export const NewRenovationPage: Component = () => {
  const [registered, setRegistered] = createSignal<Registered>();
  return (
    <Show when={registered()} fallback={<NewForm onDone={setRegistered} />}>
      {(known) => <Receipt registered={known()} onNext={() => setRegistered(undefined)} />}
    </Show>
  );
};

const NewForm: Component<{ onDone: (registered: Registered) => void }> = (props) => {
  const [draft, setDraft] = createStore({ ...emptyDraft });
  const [photos, setPhotos] = createSignal<readonly File[]>([]);
  const submission = createSubmission({
    schema: row.body,
    fields: () => ({
      by: t('new.by'),
      'proxy.name': t('new.proxy.name'),
      'proxy.phone': t('new.proxy.phone'),
      'proxy.relation': t('new.proxy.relation'),
      'applicant.name': t('new.name'),
      'applicant.phone': t('new.phone'),
      'applicant.certificate': t('new.certificate'),
      'applicant.validUntil': t('new.valid'),
      'home.village': t('new.village'),
      'home.address.text': t('new.address'),
      'home.address.building': t('new.building'),
      'home.address.unit': t('new.unit'),
      'home.address.room': t('new.room'),
      wants: t('new.wants'),
      need: t('new.need'),
      photos: t('new.photos'),
      // Their message says all; the sentence one agrees to would only bury it.
      'consent.personal': '',
      'consent.sensitive': '',
      'consent.how': t('new.consent.how'),
    }),
    fieldOf: {
      ...photoRefusals,
      'renovation.village_unknown': 'home.village',
      'access.scope': 'home.village',
      'renovation.certificate_expired': 'applicant.validUntil',
      'renovation.issued_elsewhere': 'applicant.issuedHere',
      'renovation.guardian_needed': 'by',
      'renovation.proxy_needed': 'proxy.name',
      'renovation.person_has_one': 'applicant.certificate',
      'renovation.home_has_one': 'home.address.text',
    },
    send: async (body, key) => call(row, { body: { ...body, photos: await sendPhotos(photos()) }, key }),
    done: ({ body }) => {
      showChangedRenovation(body.renovation);
      props.onDone({ reference: body.reference, code: body.code });
    },
  });
  const fields = {
    draft,
    change: (part: Partial<typeof emptyDraft>) => setDraft(part),
    errorOf: submission.errorOf,
  };
  return (
    <div class="stack">
      <PageHeader title={t('new.title')} lead={t('new.lead')} />
      <CommandForm submission={submission} body={() => newBody(draft)} submitLabel={t('new.submit')}>
        <WhoFields {...fields} />
        <PersonFields {...fields} />
        <HomeFields {...fields} />
        <WantsFields {...fields} photos={photos()} onPhotos={setPhotos} />
        <ConsentFields {...fields} />
      </CommandForm>
    </div>
  );
};

const grouped = (code: string): string => `${code.slice(0, 4)} ${code.slice(4)}`;

/** What the officer tells the applicant; the code is shown nowhere else. */
const Receipt: Component<{ registered: Registered; onNext: () => void }> = (props) => {
  const desk = useDesk();
  // The form is gone and the focus with it; what to read out comes first.
  onMount(() => document.querySelector<HTMLElement>('main h1')?.focus());
  return (
    <div class="stack">
      <PageHeader title={t('new.done')} lead={t('new.done.read')} />
      <dl class="renovation-receipt">
        <div>
          <dt>{t('new.done.reference')}</dt>
          <dd>{formatReference(props.registered.reference)}</dd>
        </div>
        <div>
          <dt>{t('new.done.code')}</dt>
          <dd>{grouped(props.registered.code)}</dd>
        </div>
      </dl>
      <div class="row">
        <LinkButton kind="main" href={desk.keepNode(`/admin/renovations/${props.registered.reference}`)}>
          {t('new.done.open')}
        </LinkButton>
        <Button onPress={props.onNext}>{t('new.done.next')}</Button>
      </div>
    </div>
  );
};
