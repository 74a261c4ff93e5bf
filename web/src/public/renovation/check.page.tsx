import { type Component, Show } from 'solid-js';
import { normaliseCertificate } from '../../../../functions/renovation/certificate.rules.ts';
import { circumstances, renovationItems } from '../../../../functions/renovation/renovation.words.ts';
import { ApiProblem } from '../../api/client.ts';
import { formatDate } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import type { FieldMessage } from '../../ui/error-summary.tsx';
import { DescriptionList, type Fact } from '../../ui/facts.tsx';
import { codeOf } from '../messages/messages.ts';
import { publicWords, renovationStartWords, renovationWords } from '../public.words.ts';
import { joined, PlaceWords } from '../questions/place-words.tsx';
import { asChange } from '../questions/question-form.ts';
import { ChangeLink } from '../questions/question-page.tsx';
import { PhotoList, SendPage } from '../questions/send-page.tsx';
import { draft, listed } from './renovation.draft.ts';
import { messagesOfRefusal } from './renovation.messages.ts';
import { outcome } from './renovation.outcome.ts';
import { pathBefore, pathOfStep, type Step, stepsOf } from './renovation.paths.ts';
import { homePhotos } from './renovation.photos.ts';
import { sendApplication } from './renovation.sending.ts';
import { dayOf, isFlat } from './renovation.steps.ts';
import { SaveLink } from './step-page.tsx';

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
    action: (
      <Show when={!outcome.isFrozen()}>
        <ChangeLink step={step} href={asChange(pathOfStep(step))} what={term} />
      </Show>
    ),
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
    fact('village', t('check.village'), <PlaceWords paths={[draft().town, draft().village]} />),
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
    fact('photos', t('check.photos'), <PhotoList tray={homePhotos} />),
    fact('consent', t('check.consent'), t('check.consent.both')),
  ];
  return <DescriptionList facts={facts()} />;
};

const messagesAtPages = (thrown: unknown): readonly FieldMessage[] => {
  const wholeForm = pageOf(codeOf(thrown).replace('renovation.', '')) ?? '';
  const isOfFields = thrown instanceof ApiProblem && thrown.errors.length > 0;
  return messagesOfRefusal(thrown).map(({ name, message }) => ({
    name: isOfFields ? (pageOf(name) ?? '') : wholeForm,
    message,
  }));
};

export const CheckPage: Component = () => (
  <SendPage
    service={publicWords.t('nav.renovation')}
    of={stepsOf(draft().by).length}
    backHref={pathBefore('check', draft().by)}
    tray={homePhotos}
    isFrozen={outcome.isFrozen()}
    label={t('check.send')}
    send={sendApplication}
    messagesOf={messagesAtPages}
    footer={<SaveLink />}
  >
    <Answers />
  </SendPage>
);
