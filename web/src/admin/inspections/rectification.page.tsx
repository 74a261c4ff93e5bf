import { A, createAsync, useParams } from '@solidjs/router';
import { type Component, Show } from 'solid-js';
import { inspectionReaders } from '../../../../functions/inspections/inspections.actions.ts';
import { photosContract } from '../../../../functions/photos/photos.contract.ts';
import { formatReference } from '../../../../functions/platform/contract/reference.rules.ts';
import { pathOf } from '../../../../functions/platform/contract/route.ts';
import { formatDeadline, formatMoment } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { DescriptionList, type Fact } from '../../ui/facts.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { useDesk } from '../shell/desk.ts';
import { Photos, RectificationTag } from './inspection-words.tsx';
import { type RectificationView, readRectification } from './inspections.queries.ts';
import { inspectionsWords } from './inspections.words.ts';
import { AcceptanceAction, CompletionAction, ReturnAction } from './rectification-actions.tsx';
import './inspections.css';

const { t } = inspectionsWords;

const byAt = (by: { readonly name: string }, at: string): string =>
  t('inspection.by-at', { name: by.name, when: formatMoment(at, language()) });

type Done = NonNullable<RectificationView['done']>;

const doneFacts = (rectification: string, done: Done): Fact[] => [
  { term: t('rectification.done.what'), value: done.what },
  {
    term: t('rectification.done.by'),
    value: `${byAt(done.by, done.at)} · ${t(done.inTime ? 'rectification.in-time' : 'rectification.late')}`,
  },
  ...(done.photos.length === 0
    ? []
    : [
        {
          term: t('rectification.photos'),
          value: (
            <Photos
              addresses={done.photos.map((photoId) =>
                pathOf(photosContract.routes.ofRectification, { rectification, photoId }),
              )}
            />
          ),
        },
      ]),
];

export const RectificationPage: Component = () => {
  const params = useParams<{ rectification: string }>();
  const desk = useDesk();
  const view = createAsync(() => readRectification(params.rectification));
  const facts = (known: RectificationView): Fact[] => [
    { term: t('rectification.what'), value: known.what },
    { term: t('rectification.where'), value: `${desk.placeOf(known.village)} · ${known.address}` },
    { term: t('rectification.responsible'), value: known.responsible.name },
    {
      term: t('rectification.due'),
      value: [
        formatDeadline(known.due.dueAt, language()),
        t('rectification.due.days', { n: known.due.workingDays }),
        ...(known.due.provisional ? [t('rectification.provisional')] : []),
      ].join(' · '),
    },
    {
      term: t('rectification.inspection'),
      value: (
        <Show when={desk.holds(...inspectionReaders)} fallback={t('rectification.check', { n: known.check })}>
          <A href={desk.keepNode(`/admin/inspections/${known.inspection}`)}>
            {`${formatReference(known.inspection)} · ${t('rectification.check', { n: known.check })}`}
          </A>
        </Show>
      ),
    },
    { term: t('rectification.issued'), value: byAt(known.issuedBy, known.issuedAt) },
    ...known.returns.flatMap(({ reason, by, at, done }) => [
      ...doneFacts(known.rectification, done),
      { term: t('rectification.returned'), value: `${reason}\n${byAt(by, at)}` },
    ]),
    ...(known.done === undefined ? [] : doneFacts(known.rectification, known.done)),
    ...(known.accepted === undefined
      ? []
      : [
          {
            term: t('rectification.accepted'),
            value: [known.accepted.note, byAt(known.accepted.by, known.accepted.at)]
              .filter((words) => words !== undefined)
              .join('\n'),
          },
        ]),
    ...(known.withdrawn === undefined
      ? []
      : [{ term: t('rectification.withdrawn'), value: byAt(known.withdrawn.by, known.withdrawn.at) }]),
  ];
  return (
    <Show when={view()}>
      {(known) => (
        <article class="stack">
          <p class="no-print">
            <A href={desk.keepNode('/admin/rectifications')}>{t('rectification.back')}</A>
          </p>
          <PageHeader
            title={t('rectification.one', { reference: formatReference(known().rectification) })}
            lead={t(`kind.${known().kind}`)}
          />
          <p>
            <RectificationTag state={known().state} overdue={known().overdue} />
          </p>
          <Show when={known().actions.length > 0}>
            <div class="row no-print">
              <Show when={known().actions.includes('completion')}>
                <CompletionAction view={known()} />
              </Show>
              <Show when={known().actions.includes('acceptance')}>
                <AcceptanceAction view={known()} />
              </Show>
              <Show when={known().actions.includes('return')}>
                <ReturnAction view={known()} />
              </Show>
            </div>
          </Show>
          <DescriptionList facts={facts(known())} />
        </article>
      )}
    </Show>
  );
};
