import { A, createAsync } from '@solidjs/router';
import { type Component, createSignal, ErrorBoundary, For, Show, Suspense } from 'solid-js';
import { categories } from '../../../../functions/issues/issues.words.ts';
import type { FieldProblem } from '../../../../functions/platform/contract/problems.ts';
import { ApiProblem, unreachable } from '../../api/client.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorSummary, type FieldMessage } from '../../ui/error-summary.tsx';
import { DescriptionList, type Fact } from '../../ui/facts.tsx';
import { fieldId } from '../../ui/field.tsx';
import { Alert, Notice } from '../../ui/notice.tsx';
import { codeOf, problemMessage } from '../messages/messages.ts';
import { PhotoPreview } from '../photos/photo-picker.tsx';
import { reportStartWords, reportWords } from '../public.words.ts';
import { readOrganisations } from '../queries.ts';
import { draft } from './report.draft.ts';
import { messagesOf } from './report.messages.ts';
import { isFrozen } from './report.outcome.ts';
import type { Step } from './report.paths.ts';
import { reportPhotos } from './report.photos.ts';
import { sendReport } from './report.sending.ts';
import { answersOf } from './report.steps.ts';
import { changeHref, StepHead } from './step-page.tsx';

const { t } = reportWords;

/** Which page a field the service objects to stands on. */
const stepOfField = (path: string): Step => {
  if (path.startsWith('place')) return 'where';
  if (path.startsWith('photos')) return 'photo';
  if (path === 'category' || path === 'what') return path;
  return 'contact';
};

/** Without the names of town and village, when they can't be had, the exact place has to do. */
const Place: Component = () => {
  const nodes = createAsync(() => readOrganisations());
  const words = (): string =>
    [
      ...[draft().town, draft().village]
        .flatMap((path) => nodes()?.find((node) => node.path === path)?.name ?? [])
        .map((name) => (language() === 'en' ? name.en : name.zh)),
      draft().placeText.trim(),
    ].join(language() === 'en' ? ', ' : ' ');
  return <>{words()}</>;
};

const PlaceFact: Component = () => (
  <ErrorBoundary fallback={draft().placeText.trim()}>
    <Suspense fallback={draft().placeText.trim()}>
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

const Answers: Component = () => {
  const fact = (step: Step, term: string, value: Fact['value']): Fact => ({
    term,
    value,
    action: <ChangeLink step={step} what={term} />,
  });
  const category = (): string => {
    const chosen = categories.find((known) => known === draft().category);
    return chosen === undefined ? '' : reportStartWords.t(`category.${chosen}`);
  };
  const photoList = () => (
    <Show when={reportPhotos.photos().length > 0} fallback={t('check.photos.none')}>
      {t('check.photos.some', { n: reportPhotos.photos().length })}
      <ul class="photos">
        <For each={reportPhotos.photos()}>
          {(photo) => (
            <li class="photo" data-small="">
              <PhotoPreview photo={photo} />
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
  const facts = (): Fact[] => [
    fact('category', t('check.category'), category()),
    fact('what', t('check.what'), draft().what.trim()),
    fact('where', t('check.where'), <PlaceFact />),
    fact('photo', t('check.photos'), photoList()),
    fact('contact', t('check.contact'), `${answersOf(draft()).reporter.name}\n${draft().phone.trim()}`),
  ];
  return <DescriptionList facts={facts()} />;
};

type Sending = 'photos' | 'form' | undefined;

export const CheckPage: Component = () => {
  const [sending, setSending] = createSignal<Sending>();
  const [failure, setFailure] = createSignal<readonly FieldMessage[]>([]);
  const [isAnswerLost, setAnswerLost] = createSignal(false);
  const [asksAboutPhotos, setAsksAboutPhotos] = createSignal(false);

  const messagesOfRefusal = (thrown: unknown): readonly FieldMessage[] => {
    const atField = (problem: FieldProblem): FieldMessage[] =>
      messagesOf([problem]).map(({ message }) => ({ name: stepOfField(problem.path), message }));
    if (thrown instanceof ApiProblem && thrown.errors.length > 0) return thrown.errors.flatMap(atField);
    const code = codeOf(thrown);
    return [{ name: code === 'issue.place_unknown' ? 'where' : '', message: problemMessage(code) }];
  };

  const send = async (withoutUnsent: boolean): Promise<void> => {
    if (sending() !== undefined) return;
    setFailure([]);
    setAsksAboutPhotos(false);
    try {
      if (!withoutUnsent && reportPhotos.unsent().length > 0 && !isFrozen()) {
        setSending('photos');
        await reportPhotos.retry();
        if (reportPhotos.unsent().length > 0) {
          setAsksAboutPhotos(true);
          return;
        }
      }
      setSending('form');
      // Afterwards there is a receipt, and the guard around the form leads to it.
      await sendReport();
    } catch (thrown) {
      setAnswerLost(isFrozen() && codeOf(thrown) === unreachable);
      setFailure(messagesOfRefusal(thrown));
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
          <Alert tone="warn" title={t('check.unsent.title', { n: reportPhotos.unsent().length })}>
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
    </div>
  );
};
