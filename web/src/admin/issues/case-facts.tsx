import { A } from '@solidjs/router';
import { type Component, For, type JSX, Show } from 'solid-js';
import { thresholds } from '../../../../functions/issues/issues.states.ts';
import { photosContract } from '../../../../functions/photos/photos.contract.ts';
import { formatReference } from '../../../../functions/platform/contract/reference.rules.ts';
import { pathOf } from '../../../../functions/platform/contract/route.ts';
import { formatDate, formatDeadline, formatDeadlineShort, formatMoment } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { DescriptionList, type Fact } from '../../ui/facts.tsx';
import type { CaseView } from '../queries.ts';
import { useDesk } from '../shell/desk.ts';
import { issuesWords } from './issues.words.ts';
import { LeadOfficial } from './owners/lead-official.tsx';

const { t } = issuesWords;

const moment = (instant: string): string => formatMoment(instant, language());
const pair = (term: string, value: string): string => t('case.pair', { term, value });
const byAt = (by: { name: string }, at: string): string =>
  t('case.by-at', { name: by.name, when: moment(at) });

const Photos: Component<{ reference: string; ids: readonly string[] }> = (props) => (
  <ul class="photos case-photos">
    <For each={props.ids}>
      {(photoId, index) => {
        const address = (): string =>
          pathOf(photosContract.routes.ofIssue, { reference: props.reference, photoId });
        return (
          <li class="photo">
            <a
              href={address()}
              target="_blank"
              rel="noopener external"
              aria-label={t('case.photo.open', { n: index() + 1 })}
            >
              <img src={address()} alt={t('case.photo', { n: index() + 1 })} loading="lazy" />
            </a>
          </li>
        );
      }}
    </For>
  </ul>
);

/** A part of the case under its heading; a part without facts isn't shown. */
const Part: Component<{ title: string; facts: readonly (Fact | false)[] }> = (props) => {
  const facts = () => props.facts.filter((fact) => fact !== false);
  return (
    <Show when={facts().length > 0}>
      <section class="case-part">
        <h2>{props.title}</h2>
        <DescriptionList facts={facts()} />
      </section>
    </Show>
  );
};

const fact = (term: string, value: JSX.Element | undefined): Fact | false =>
  value === undefined ? false : { term, value };

export const CaseFacts: Component<{ view: CaseView }> = (props) => {
  const desk = useDesk();
  const view = (): CaseView => props.view;
  const linkTo = (reference: string): JSX.Element => (
    <A href={desk.keepNode(`/admin/issues/${reference}`)}>{formatReference(reference)}</A>
  );

  const raised = (): (Fact | false)[] => [
    fact(t('case.what'), view().what),
    fact(t('case.category'), t(`category.${view().category}`)),
    fact(t('case.place'), `${desk.placeOf(view().place.path)} · ${view().place.text}`),
    fact(t('case.source'), t(`source.${view().source}`)),
    view().venue !== undefined &&
      fact(
        t('case.venue'),
        <A href={desk.keepNode(`/admin/venues/${view().venue}`)}>{t('case.venue.look')}</A>,
      ),
    fact(t('case.raised'), moment(view().raisedAt)),
    fact(t('case.registered-by'), view().registeredBy?.name),
    fact(t('case.reporter'), `${view().reporter.name} ${view().reporter.phone}`),
    view().photos.length > 0 &&
      fact(t('case.photos'), <Photos reference={view().reference} ids={view().photos} />),
    view().duplicateOf !== undefined && fact(t('case.duplicate-of'), linkTo(view().duplicateOf ?? '')),
    view().duplicates.length > 0 &&
      fact(
        t('case.duplicates'),
        <ul class="plain">
          <For each={view().duplicates}>{(reference) => <li>{linkTo(reference)}</li>}</For>
        </ul>,
      ),
  ];
  const handling = (): (Fact | false)[] => {
    const { assignment, claimedAt, handler, extension, returns, urgency } = view();
    return [
      fact(
        t('case.department'),
        assignment && (
          <>
            {desk.nameOf(assignment.department)}
            <LeadOfficial department={assignment.department} place={view().place.path} />
          </>
        ),
      ),
      fact(t('case.transferred'), assignment && byAt(assignment.by, assignment.at)),
      fact(t('case.urgency'), assignment && t(`urgency.${urgency}`)),
      assignment !== undefined && view().state === 'transferred'
        ? fact(
            t('case.return-by'),
            assignment.binding ? t('case.binding') : formatDeadline(assignment.returnBy, language()),
          )
        : false,
      fact(t('case.claimed'), handler && claimedAt && byAt(handler, claimedAt)),
      ...returns.map((each) =>
        fact(
          t('case.returns'),
          `${pair(desk.nameOf(each.department), each.reason)}\n${byAt(each.by, each.at)}`,
        ),
      ),
      fact(t('case.extension'), extension && extensionWords(extension)),
    ];
  };
  return (
    <>
      <Part title={t('case.issue')} facts={raised()} />
      <ClockPart view={view()} />
      <Part title={t('case.handling')} facts={handling()} />
      <Part title={t('case.resolution')} facts={resolutionFacts(view())} />
      <Part title={t('case.answer')} facts={answerFacts(view())} />
      <Part title={t('case.follow-up')} facts={followUpFacts(view())} />
    </>
  );
};

const extensionWords = (extension: NonNullable<CaseView['extension']>): string => {
  const { decision } = extension;
  const asked = `${pair(t('case.extension.asked', { n: extension.workingDays }), extension.reason)}\n${byAt(extension.requestedBy, extension.requestedAt)}`;
  if (decision === undefined) return `${asked}\n${t('case.extension.waits')}`;
  const verdict = t(decision.approved ? 'case.extension.approved' : 'case.extension.refused');
  return `${asked}\n${pair(verdict, decision.note)}\n${byAt(decision.by, decision.at)}`;
};

const ClockPart: Component<{ view: CaseView }> = (props) => (
  <Show when={props.view.clock}>
    {(clock) => (
      <Part
        title={t('case.clock')}
        facts={[
          fact(t('case.clock.started'), moment(clock().startedAt)),
          fact(
            t('case.clock.promise'),
            clock().workingDays === 0
              ? t('case.clock.same-day')
              : t('case.clock.days', { n: clock().workingDays }),
          ),
          fact(t('case.clock'), formatDeadline(clock().dueAt, language())),
          fact(
            t('case.clock.thresholds'),
            thresholds
              // Once the clock has stopped, what was not reached never will be.
              .filter((each) => clock().stoppedAt === undefined || clock().reached.includes(each))
              .map((each) => {
                const words = {
                  when: formatDeadlineShort(clock().thresholds[each]),
                  what: t(`threshold.${each}`),
                };
                return clock().reached.includes(each)
                  ? t('case.clock.reached', words)
                  : t('case.clock.ahead', words);
              })
              .join('\n') || undefined,
          ),
          fact(t('case.clock.stopped'), clock().stoppedAt && moment(clock().stoppedAt ?? '')),
        ]}
      />
    )}
  </Show>
);

const resolutionFacts = (view: CaseView): (Fact | false)[] => {
  const { resolution } = view;
  if (resolution === undefined) return [];
  return [
    fact(t('case.outcome'), t(`outcome.${resolution.outcome}`)),
    fact(t('case.measures'), resolution.measures),
    resolution.plan.length > 0 &&
      fact(
        t('case.plan'),
        resolution.plan.map(({ what, by }) => `${formatDate(by, language())} ${what}`).join('\n'),
      ),
    resolution.photos.length > 0 &&
      fact(t('case.photos'), <Photos reference={view.reference} ids={resolution.photos} />),
    fact(t('case.in-time'), t(resolution.inTime ? 'ledger.in-time' : 'ledger.not-in-time')),
    fact(t('case.resolved-by'), byAt(resolution.by, resolution.at)),
  ];
};

const answerFacts = (view: CaseView): (Fact | false)[] => [
  view.answer === undefined &&
    view.answerDueAt !== undefined &&
    fact(t('case.clock.answer'), formatDeadline(view.answerDueAt, language())),
  ...(view.attempts ?? []).map((each) =>
    fact(t('case.attempts'), `${pair(t(`channel.${each.channel}`), each.note)}\n${byAt(each.by, each.at)}`),
  ),
  fact(
    view.answer?.reached === false ? t('case.answer.unreached') : t('case.answer.reached'),
    view.answer &&
      `${view.answer.text}\n${t(`channel.${view.answer.channel}`)} · ${byAt(view.answer.by, view.answer.at)}`,
  ),
];

const followUpFacts = (view: CaseView): (Fact | false)[] => {
  const { followUp } = view;
  if (followUp === undefined) return [];
  return [
    fact(t('case.solved'), followUp.solved && t(`solved.${followUp.solved}`)),
    fact(t('case.satisfaction'), followUp.satisfaction && t(`grade.${followUp.satisfaction}`)),
    fact(
      followUp.reached ? t('follow-up.note') : t('case.follow-up.unreached'),
      `${followUp.note}\n${t(`channel.${followUp.channel}`)} · ${byAt(followUp.by, followUp.at)}`,
    ),
  ];
};
