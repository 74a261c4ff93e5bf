import { A, createAsync } from '@solidjs/router';
import { type Component, createSignal, ErrorBoundary, For, Show, Suspense } from 'solid-js';
import { normaliseCertificate } from '../../../../functions/renovation/certificate.rules.ts';
import { circumstances, renovationItems } from '../../../../functions/renovation/renovation.words.ts';
import { ApiProblem, unreachable } from '../../api/client.ts';
import { formatDate } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorSummary, type FieldMessage } from '../../ui/error-summary.tsx';
import { DescriptionList, type Fact } from '../../ui/facts.tsx';
import { fieldId } from '../../ui/field.tsx';
import { Alert, Notice } from '../../ui/notice.tsx';
import { codeOf } from '../messages/messages.ts';
import { PhotoPreview } from '../photos/photo-picker.tsx';
import { renovationStartWords, renovationWords } from '../public.words.ts';
import { readOrganisations } from '../queries.ts';
import { draft, listed } from './renovation.draft.ts';
import { messagesOfRefusal } from './renovation.messages.ts';
import { isFrozen } from './renovation.outcome.ts';
import { changeHref, type Step } from './renovation.paths.ts';
import { homePhotos } from './renovation.photos.ts';
import { sendApplication } from './renovation.sending.ts';
import { dayOf, isFlat } from './renovation.steps.ts';
import { SaveLink, StepHead } from './step-page.tsx';

const { t } = renovationWords;

/** Which page a field, or a refusal, can be put right on. */
const pages: readonly (readonly [RegExp, Step])[] = [
  [/^by$|guardian_needed/, 'who'],
  [/^proxy|proxy_needed/, 'proxy'],
  [/^home\.village|village_unknown/, 'village'],
  [/^applicant\.phone/, 'contact'],
  [/^applicant|issued_elsewhere|certificate_expired/, 'card'],
  [/^home/, 'home'],
  [/^circumstances/, 'household'],
  [/^wants|item_had_before/, 'items'],
  [/^need/, 'need'],
  [/^photos/, 'photos'],
  [/^consent/, 'consent'],
];
const pageOf = (text: string): Step | undefined => pages.find(([pattern]) => pattern.test(text))?.[1];

const joined = (parts: readonly string[]): string =>
  parts.filter((part) => part.trim() !== '').join(language() === 'en' ? ', ' : ' ');

const Place: Component = () => {
  const nodes = createAsync(() => readOrganisations());
  return (
    <>
      {joined(
        [draft().town, draft().village]
          .flatMap((path) => nodes()?.find((node) => node.path === path)?.name ?? [])
          .map((name) => (language() === 'en' ? name.en : name.zh)),
      )}
    </>
  );
};

const PlaceFact: Component = () => (
  <ErrorBoundary fallback="—">
    <Suspense fallback="…">
      <Place />
    </Suspense>
  </ErrorBoundary>
);

const ChangeLink: Component<{ step: Step; what: string }> = (props) => (
  <Show when={!isFrozen()}>
    <A
      class="touch-link no-print"
      id={fieldId(props.step)}
      href={changeHref(props.step)}
      aria-label={t('check.change.of', { what: props.what })}
    >
      {t('check.change')}
    </A>
  </Show>
);

const PhotoList: Component = () => (
  <Show when={homePhotos.photos().length > 0} fallback={t('check.photos.none')}>
    {t('check.photos.some', { n: homePhotos.photos().length })}
    <ul class="photos">
      <For each={homePhotos.photos()}>
        {(photo) => (
          <li class="photo" data-small="">
            <PhotoPreview photo={photo} />
            <Show when={photo.thumbnail === ''}>
              <p class="photo-name">{photo.fileName}</p>
            </Show>
          </li>
        )}
      </For>
    </ul>
  </Show>
);

/** In the groups people compare it by: place, day of birth, the rest of the ID number, category and grade. */
const grouped = (number: string): string =>
  normaliseCertificate(number).replace(/^(.{6})(.{8})(.{4})(..)$/, '$1 $2 $3 $4');

const homeWords = (): string => {
  const { address, building, unit, room, floor, dwelling } = draft();
  const part = (name: 'building' | 'unit' | 'room', text: string): string =>
    text.trim() === '' ? '' : `${t(`home.${name}`)} ${text.trim()}`;
  const kind =
    dwelling === 'house' || dwelling === 'lift' || dwelling === 'stairs'
      ? t(`home.dwelling.${dwelling}`)
      : '';
  const flat = isFlat(draft())
    ? [
        ...[part('building', building), part('unit', unit), part('room', room)],
        t('check.floor', { n: floor.trim() }),
      ]
    : [];
  return `${joined([address.trim(), ...flat])}\n${kind}`;
};

const chosen = <T extends string>(all: readonly T[], text: string): T[] =>
  all.filter((one) => listed(text).includes(one));

const who = (): string => {
  const { by } = draft();
  return by === 'self' || by === 'guardian' || by === 'relative' ? t(`who.${by}`) : '';
};

const Answers: Component = () => {
  const fact = (step: Step, term: string, value: Fact['value']): Fact => ({
    term,
    value,
    action: <ChangeLink step={step} what={term} />,
  });
  const card = (): string =>
    [
      draft().name.trim(),
      grouped(draft().certificate),
      t('check.card.until', { date: formatDate(dayOf(draft().validUntil), language()) }),
    ].join('\n');
  const facts = (): Fact[] => [
    fact('who', t('check.who'), who()),
    ...(draft().by === 'self'
      ? []
      : [
          fact(
            'proxy',
            t('check.proxy'),
            [draft().proxyName, draft().relation, draft().proxyPhone].map((text) => text.trim()).join('\n'),
          ),
        ]),
    fact('village', t('check.village'), <PlaceFact />),
    fact('card', t('check.card'), card()),
    fact('contact', t('check.contact'), draft().phone.trim()),
    fact('home', t('check.home'), homeWords()),
    fact(
      'household',
      t('check.household'),
      chosen(circumstances, draft().circumstances)
        .map((one) => renovationStartWords.t(`circumstance.${one}`))
        .join('\n') || t('check.household.none'),
    ),
    fact(
      'items',
      t('check.items'),
      chosen(renovationItems, draft().wants)
        .map((item) => renovationStartWords.t(`item.${item}`))
        .join('\n'),
    ),
    fact('need', t('check.need'), draft().need.trim()),
    fact('photos', t('check.photos'), <PhotoList />),
    fact('consent', t('check.consent'), t('check.consent.both')),
  ];
  return <DescriptionList facts={facts()} />;
};

type Sending = 'photos' | 'form' | undefined;

export const CheckPage: Component = () => {
  const [sending, setSending] = createSignal<Sending>();
  const [failure, setFailure] = createSignal<readonly FieldMessage[]>([]);
  const [isAnswerLost, setAnswerLost] = createSignal(false);
  const [asksAboutPhotos, setAsksAboutPhotos] = createSignal(false);

  const tell = (thrown: unknown): void => {
    const wholeForm = pageOf(codeOf(thrown).replace('renovation.', '')) ?? '';
    const isOfFields = thrown instanceof ApiProblem && thrown.errors.length > 0;
    setFailure(
      messagesOfRefusal(thrown).map(({ name, message }) => ({
        name: isOfFields ? (pageOf(name) ?? '') : wholeForm,
        message,
      })),
    );
  };

  const send = async (withoutUnsent: boolean): Promise<void> => {
    if (sending() !== undefined) return;
    setFailure([]);
    setAsksAboutPhotos(false);
    try {
      if (!withoutUnsent && homePhotos.unsent().length > 0 && !isFrozen()) {
        setSending('photos');
        await homePhotos.retry();
        if (homePhotos.unsent().length > 0) {
          setAsksAboutPhotos(true);
          return;
        }
      }
      setSending('form');
      // Afterwards there is a receipt, and the guard around the form leads to it.
      await sendApplication();
    } catch (thrown) {
      setAnswerLost(isFrozen() && codeOf(thrown) === unreachable);
      tell(thrown);
    } finally {
      setSending(undefined);
    }
  };

  const submit = (event: Event): void => {
    event.preventDefault();
    void send(false);
  };
  const label = (): string => {
    if (sending() === 'photos') return t('check.sending.photos');
    return sending() === 'form' ? t('check.sending') : t('check.send');
  };
  return (
    <div class="step">
      <ErrorSummary
        errors={failure()}
        title={isAnswerLost() ? t('check.frozen.title') : t('check.failed.title')}
      />
      <StepHead step="check" isStuck={isFrozen()} title={t('check.title')} />
      <form class="step-form" noValidate onSubmit={submit}>
        <Answers />
        <Show when={isFrozen() && sending() === undefined}>
          <Notice tone="warn">{t('check.frozen.text')}</Notice>
        </Show>
        <Show when={asksAboutPhotos()}>
          <Alert tone="warn" title={t('check.unsent.title', { n: homePhotos.unsent().length })}>
            <div class="stack">
              <p>{t('check.unsent.text')}</p>
              <Button onPress={() => void send(true)}>{t('check.unsent.without')}</Button>
            </div>
          </Alert>
        </Show>
        <div class="step-actions">
          <Button type="submit" kind="main" busy={sending() !== undefined}>
            {label()}
          </Button>
          <span class="visually-hidden" role="status">
            {sending() === undefined ? '' : label()}
          </span>
        </div>
      </form>
      <Show when={!isFrozen()}>
        <SaveLink />
      </Show>
    </div>
  );
};
