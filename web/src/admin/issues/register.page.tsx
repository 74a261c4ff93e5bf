import { createAsync, useSearchParams } from '@solidjs/router';
import { type Component, createSignal, onMount, Show } from 'solid-js';
import { createStore } from 'solid-js/store';
import { issuesContract } from '../../../../functions/issues/issues.contract.ts';
import { categories, limits, sources } from '../../../../functions/issues/issues.words.ts';
import { formatReference } from '../../../../functions/platform/contract/reference.rules.ts';
import { isWithin } from '../../../../functions/platform/contract/roles.ts';
import { venueKeepers } from '../../../../functions/venues/venues.actions.ts';
import { call } from '../../api/client.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { CheckboxField, RadioGroup, SelectField } from '../../ui/choice-field.tsx';
import { Fieldset } from '../../ui/field.tsx';
import { FileField } from '../../ui/file-field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import { CommandForm } from '../forms/command-form.tsx';
import { photoRefusals, sendPhotos } from '../forms/photos.ts';
import { createSubmission } from '../forms/submission.ts';
import { type Desk, useDesk } from '../shell/desk.ts';
import { readVenue, type VenueView } from '../venues/venues.queries.ts';
import { showChangedCase } from './changed-case.ts';
import { issuesWords } from './issues.words.ts';
import './register.css';

const { t } = issuesWords;
const row = issuesContract.routes.register;
/** What a resident comes by; whoever keeps venues also finds things there. */
const sourcesFor = (desk: Desk) =>
  sources.filter((source) => source !== 'form' && (source !== 'culture' || desk.holds(...venueKeepers)));

const empty = {
  source: 'phone',
  category: '',
  what: '',
  town: '',
  village: '',
  text: '',
  name: '',
  phone: '',
  consent: false,
};

interface Registered {
  reference: string;
  code: string;
}

/** For residents who called or came: one page, filled in while they are on the line. At a venue, what is known is filled in. */
export const RegisterPage: Component = () => {
  const [search] = useSearchParams();
  const [registered, setRegistered] = createSignal<Registered>();
  const venue = createAsync(async () =>
    typeof search['venue'] === 'string' ? { view: await readVenue(search['venue']) } : {},
  );
  return (
    <Show
      when={registered()}
      fallback={
        <Show when={venue()}>{(at) => <RegisterForm venue={at().view} onDone={setRegistered} />}</Show>
      }
    >
      {(known) => <Receipt registered={known()} onNext={() => setRegistered(undefined)} />}
    </Show>
  );
};

/** What is known of a problem at a venue before anybody says what it is. */
const draftAt = (venue: VenueView | undefined, desk: Desk): typeof empty =>
  venue === undefined
    ? { ...empty }
    : {
        ...empty,
        ...{ source: desk.holds(...venueKeepers) ? 'culture' : empty.source, category: 'culture' },
        town: venue.node.split('/').slice(0, 2).join('/'),
        village: venue.node.split('/').length > 2 ? venue.node : '',
        text: `${venue.name}（${venue.address}）`.slice(0, limits.place),
      };

interface RegisterFormProps {
  venue: VenueView | undefined;
  onDone: (registered: Registered) => void;
}

const RegisterForm: Component<RegisterFormProps> = (props) => {
  const desk = useDesk();
  const [draft, setDraft] = createStore(draftAt(props.venue, desk));
  const [photos, setPhotos] = createSignal<readonly File[]>([]);
  const scope = (): string => desk.session()?.scope ?? '';

  const places = () => desk.nodes().filter((node) => node.active && isWithin(node.path, scope()));
  const towns = () => places().filter(({ kind }) => kind === 'town');
  /** The only town there is to choose from is chosen. */
  const town = (): string => draft.town || (towns().length === 1 ? (towns()[0]?.path ?? '') : '');
  const villages = () =>
    places().filter(({ kind, path }) => kind === 'village' && (town() === '' || isWithin(path, town())));
  const optionsOf = (nodes: readonly { path: string }[]) =>
    nodes.map(({ path }) => ({ value: path, label: desk.nameOf(path) }));

  const submission = createSubmission({
    schema: row.body,
    fields: () => ({
      source: t('register.source'),
      category: t('register.category'),
      what: t('register.what'),
      'place.path': towns().length > 1 ? t('register.town') : t('register.village'),
      'place.text': t('register.place'),
      photos: t('case.photos'),
      'reporter.name': t('register.name'),
      'reporter.phone': t('register.phone'),
      // Its message says all; the sentence one agrees to would only bury it.
      consent: '',
    }),
    fieldOf: {
      ...photoRefusals,
      'issue.venue_unknown': 'place.text',
      'issue.place_unknown': 'place.path',
      'access.scope': 'place.path',
    },
    send: async (body, key) => call(row, { body: { ...body, photos: await sendPhotos(photos()) }, key }),
    done: ({ body }) => {
      showChangedCase(body.issue);
      props.onDone({ reference: body.reference, code: body.code });
    },
  });
  const body = () => ({
    source: draft.source,
    category: draft.category || undefined,
    what: draft.what,
    place: { path: props.venue?.node ?? (draft.village || town() || undefined), text: draft.text },
    ...(props.venue === undefined ? {} : { venue: props.venue.venue }),
    reporter: { name: draft.name, phone: draft.phone },
    consent: draft.consent || undefined,
  });
  const { errorOf } = submission;

  return (
    <>
      <PageHeader title={t('register.title')} lead={t('register.lead')} />
      <Show when={places().length > 0} fallback={<Notice>{t('register.no-place')}</Notice>}>
        <CommandForm submission={submission} body={body} submitLabel={t('register.submit')}>
          <RadioGroup
            inline
            name="source"
            label={t('register.source')}
            options={sourcesFor(desk).map((value) => ({ value, label: t(`source.${value}`) }))}
            value={draft.source}
            onChange={(value) => setDraft('source', value)}
            error={errorOf('source')}
          />
          <SelectField
            name="category"
            label={t('register.category')}
            options={categories.map((value) => ({ value, label: t(`category.${value}`) }))}
            value={draft.category}
            onChange={(value) => setDraft('category', value)}
            error={errorOf('category')}
            width="medium"
          />
          <TextArea
            name="what"
            label={t('register.what')}
            hint={t('register.what.hint')}
            limit={limits.what}
            value={draft.what}
            onInput={(value) => setDraft('what', value)}
            error={errorOf('what')}
          />
          <Show when={props.venue}>
            {(at) => <Notice>{t('register.venue', { venue: at().name })}</Notice>}
          </Show>
          <Show when={towns().length > 1 && props.venue === undefined}>
            <SelectField
              name="place.path"
              label={t('register.town')}
              options={optionsOf(towns())}
              value={town()}
              onChange={(path) => setDraft({ town: path, village: '' })}
              error={errorOf('place.path')}
              width="medium"
            />
          </Show>
          <Show
            when={props.venue === undefined && villages().length > 0 && (towns().length < 2 || town() !== '')}
          >
            <SelectField
              name={towns().length > 1 ? 'village' : 'place.path'}
              label={t('register.village')}
              optional={towns().length > 0}
              options={optionsOf(villages())}
              value={draft.village}
              onChange={(path) => setDraft('village', path)}
              error={towns().length > 1 ? undefined : errorOf('place.path')}
              width="medium"
            />
          </Show>
          <TextField
            name="place.text"
            label={t('register.place')}
            hint={t('register.place.hint')}
            value={draft.text}
            onInput={(value) => setDraft('text', value)}
            error={errorOf('place.text')}
          />
          <FileField
            optional
            name="photos"
            label={t('case.photos')}
            hint={t('resolution.photos.hint', { n: limits.photos })}
            files={photos()}
            onChange={setPhotos}
            most={limits.photos}
            error={errorOf('photos')}
          />
          <Fieldset legend={t('case.reporter')}>
            <TextField
              name="reporter.name"
              label={t('register.name')}
              autocomplete="off"
              width="medium"
              value={draft.name}
              onInput={(value) => setDraft('name', value)}
              error={errorOf('reporter.name')}
            />
            <TextField
              name="reporter.phone"
              label={t('register.phone')}
              type="tel"
              autocomplete="off"
              width="medium"
              value={draft.phone}
              onInput={(value) => setDraft('phone', value)}
              error={errorOf('reporter.phone')}
            />
            <CheckboxField
              name="consent"
              label={t('register.consent')}
              checked={draft.consent}
              onChange={(consent) => setDraft('consent', consent)}
              error={errorOf('consent')}
            />
          </Fieldset>
        </CommandForm>
      </Show>
    </>
  );
};

const grouped = (code: string): string => `${code.slice(0, 4)} ${code.slice(4)}`;

/** What the officer reads to the resident before hanging up; the code is shown nowhere else. */
const Receipt: Component<{ registered: Registered; onNext: () => void }> = (props) => {
  const desk = useDesk();
  // The form is gone and the focus with it; what to read out comes first.
  onMount(() => document.querySelector<HTMLElement>('main h1')?.focus());
  return (
    <div class="stack">
      <PageHeader title={t('register.done.title')} lead={t('register.done.read')} />
      <dl class="receipt">
        <div>
          <dt>{t('register.done.reference')}</dt>
          <dd>{formatReference(props.registered.reference)}</dd>
        </div>
        <div>
          <dt>{t('register.done.code')}</dt>
          <dd>{grouped(props.registered.code)}</dd>
        </div>
      </dl>
      <div class="row">
        <LinkButton kind="main" href={desk.keepNode(`/admin/issues/${props.registered.reference}`)}>
          {t('register.done.open')}
        </LinkButton>
        <Button onPress={props.onNext}>{t('register.done.next')}</Button>
      </div>
    </div>
  );
};
