import { type Component, Show } from 'solid-js';
import { categories } from '../../../../functions/issues/issues.words.ts';
import type { FieldProblem } from '../../../../functions/platform/contract/problems.ts';
import { ApiProblem } from '../../api/client.ts';
import type { FieldMessage } from '../../ui/error-summary.tsx';
import { DescriptionList, type Fact } from '../../ui/facts.tsx';
import { codeOf, problemMessage } from '../messages/messages.ts';
import { publicWords, reportStartWords, reportWords } from '../public.words.ts';
import { PlaceWords } from '../questions/place-words.tsx';
import { asChange } from '../questions/question-form.ts';
import { ChangeLink } from '../questions/question-page.tsx';
import { PhotoList, SendPage } from '../questions/send-page.tsx';
import { draft } from './report.draft.ts';
import { messagesOf } from './report.messages.ts';
import { outcome } from './report.outcome.ts';
import { pathBefore, pathOfStep, type Step, steps } from './report.paths.ts';
import { reportPhotos } from './report.photos.ts';
import { sendReport } from './report.sending.ts';
import { answersOf } from './report.steps.ts';

const { t } = reportWords;

/** Which page a field the service objects to stands on. */
const stepOfField = (path: string): Step => {
  if (path.startsWith('place')) return 'where';
  if (path.startsWith('photos')) return 'photo';
  if (path === 'category' || path === 'what') return path;
  return 'contact';
};

const Answers: Component = () => {
  const fact = (step: Step, term: string, value: Fact['value']): Fact => ({
    term,
    value,
    action: (
      <Show when={!outcome.isFrozen()}>
        <ChangeLink step={step} href={asChange(pathOfStep(step))} what={term} />
      </Show>
    ),
  });
  const category = (): string => {
    const chosen = categories.find((known) => known === draft().category);
    return chosen === undefined ? '' : reportStartWords.t(`category.${chosen}`);
  };
  const facts = (): Fact[] => [
    fact('category', t('check.category'), category()),
    fact('what', t('check.what'), draft().what.trim()),
    fact(
      'where',
      t('check.where'),
      <PlaceWords paths={[draft().town, draft().village]} text={draft().placeText.trim()} />,
    ),
    fact('photo', t('check.photos'), <PhotoList tray={reportPhotos} />),
    fact('contact', t('check.contact'), `${answersOf(draft()).reporter.name}\n${draft().phone.trim()}`),
  ];
  return <DescriptionList facts={facts()} />;
};

const messagesOfRefusal = (thrown: unknown): readonly FieldMessage[] => {
  const atField = (problem: FieldProblem): FieldMessage[] =>
    messagesOf([problem]).map(({ message }) => ({ name: stepOfField(problem.path), message }));
  if (thrown instanceof ApiProblem && thrown.errors.length > 0) return thrown.errors.flatMap(atField);
  const code = codeOf(thrown);
  return [{ name: code === 'issue.place_unknown' ? 'where' : '', message: problemMessage(code) }];
};

export const CheckPage: Component = () => (
  <SendPage
    service={publicWords.t('nav.report')}
    of={steps.length}
    backHref={pathBefore('check')}
    tray={reportPhotos}
    isFrozen={outcome.isFrozen()}
    label={t('check.send')}
    send={sendReport}
    messagesOf={messagesOfRefusal}
  >
    <Answers />
  </SendPage>
);
