import { A } from '@solidjs/router';
import type { Component } from 'solid-js';
import { formatReference } from '../../../../functions/platform/contract/reference.rules.ts';
import { signers } from '../../../../functions/renovation/renovation.words.ts';
import { formatDate, formatDeadline, formatYuan } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import type { Fact } from '../../ui/facts.tsx';
import { lastDayBefore } from '../shell/days.ts';
import { type Desk, useDesk } from '../shell/desk.ts';
import { actWords, fact, lines, moment, Part } from './case-parts.tsx';
import type { RenovationView } from './renovation.queries.ts';
import { renovationCaseWords, renovationWords } from './renovation.words.ts';
import { Photos } from './renovation-marks.tsx';

const { t } = renovationCaseWords;
const words = renovationWords.t;
const yuan = (fen: number): string => formatYuan(fen, language());

type Facts = readonly (Fact | false | undefined)[];

const moneyFacts = (view: RenovationView, desk: Desk): Facts => {
  const held = (each: NonNullable<RenovationView['reservation']>): string =>
    lines(
      t('money.reserved.value', {
        year: each.year,
        town: desk.nameOf(each.town),
        amount: yuan(each.amount),
      }),
      actWords(each),
    );
  const { reservation, released, acceptance, payment } = view;
  return [
    fact(t('money.reserved'), reservation && held(reservation)),
    fact(t('money.released'), released && held(released)),
    fact(t('money.accepted'), acceptance && lines(yuan(acceptance.amount), moment(acceptance.at))),
    acceptance !== undefined &&
      acceptance.returned > 0 &&
      fact(t('money.returned'), yuan(acceptance.returned)),
    fact(t('money.paid'), payment && lines(t('money.paid.value', { note: payment.note }), actWords(payment))),
  ];
};

const noticeFacts = ({ notice }: RenovationView): Facts => {
  if (notice === undefined) return [];
  return [
    fact(t('notice.from'), moment(notice.from)),
    fact(t('notice.until'), formatDate(lastDayBefore(notice.until), language())),
    notice.objections.length === 0 && fact(t('notice.objections'), t('notice.objections.none')),
    ...notice.objections.map(({ no, text, name, phone, at, decision }) =>
      fact(
        t('notice.objection', { no }),
        lines(
          text,
          t('notice.objection.by', { name, phone, when: moment(at) }),
          decision === undefined
            ? t('notice.open')
            : t('case.pair', {
                term: t(decision.upheld ? 'notice.upheld' : 'notice.dismissed'),
                value: decision.text,
              }),
          decision && actWords(decision),
        ),
      ),
    ),
  ];
};

const worksFacts = ({ job, completion, reference }: RenovationView, desk: Desk): Facts => {
  if (job === undefined) return [];
  const { before } = job;
  return [
    fact(t('works.contractor'), lines(job.contractor.name, actWords(job))),
    fact(
      t('works.lot'),
      <A href={desk.keepNode(`/admin/renovation-lots/${job.lot}`)}>{formatReference(job.lot)}</A>,
    ),
    fact(t('works.before'), before && lines(before.note, moment(before.at))),
    before &&
      fact(
        t('works.before.photos'),
        <Photos reference={reference} ids={before.photos} of={t('works.before.photos')} />,
      ),
    ...job.defects.flatMap((defect) => [
      fact(
        t('works.defect', { no: defect.no, side: words(`side.${defect.side}`) }),
        lines(defect.text, actWords(defect)),
      ),
      defect.photos.length > 0 &&
        fact(
          t('works.defect.photos', { no: defect.no }),
          <Photos
            reference={reference}
            ids={defect.photos}
            of={t('works.defect.photos', { no: defect.no })}
          />,
        ),
    ]),
    job.reworks > 0 && fact(t('works.reworks'), t('works.reworks.value', { n: job.reworks })),
    fact(
      t('works.built'),
      completion &&
        lines(
          ...completion.lines.map(({ item, quantity, amount }) =>
            t('case.pair', { term: `${words(`item.${item}`)} × ${quantity}`, value: yuan(amount) }),
          ),
          t('case.pair', { term: t('plan.total'), value: yuan(completion.amount) }),
        ),
    ),
    fact(t('works.after'), completion && lines(completion.note, moment(completion.at))),
    completion &&
      fact(
        t('works.after.photos'),
        <Photos reference={reference} ids={completion.photos} of={t('works.after.photos')} />,
      ),
  ];
};

const signatureFacts = ({ signatures }: RenovationView): Facts =>
  signatures === undefined
    ? []
    : signers.map((side) => {
        const found = signatures.find((each) => each.side === side);
        return fact(words(`side.${side}`), found ? actWords(found) : t('signature.none'));
      });

const followUpFacts = ({ followUps }: RenovationView): Facts =>
  (followUps ?? []).map(({ month, dueOn, done }) =>
    fact(
      t('follow-up.month', { n: month }),
      done === undefined
        ? t('follow-up.due', { day: formatDate(dueOn, language()) })
        : lines(
            done.reached ? done.satisfaction && t(`grade.${done.satisfaction}`) : t('follow-up.unreached'),
            done.note,
            actWords(done),
          ),
    ),
  );

const stoppedFacts = ({ rejection, appeal, withdrawal }: RenovationView): Facts => [
  fact(
    t('rejection'),
    rejection &&
      lines(
        t('case.pair', { term: t(`reason.${rejection.reason}`), value: rejection.text }),
        t('rejection.at', { step: words(`state.${rejection.step}`) }),
        actWords(rejection),
      ),
  ),
  rejection !== undefined &&
    appeal === undefined &&
    fact(t('rejection.appeal-by'), formatDeadline(rejection.appealBy, language())),
  fact(
    t('appeal'),
    appeal &&
      lines(
        appeal.text,
        actWords(appeal),
        appeal.decision &&
          t('case.pair', {
            term: t(appeal.decision.granted ? 'appeal.granted' : 'appeal.refused'),
            value: appeal.decision.text,
          }),
        appeal.decision && actWords(appeal.decision),
      ),
  ),
  fact(
    t('withdrawal'),
    withdrawal &&
      lines(
        withdrawal.text === undefined
          ? t(`withdrawal.${withdrawal.reason}`)
          : t('case.pair', { term: t(`withdrawal.${withdrawal.reason}`), value: withdrawal.text }),
        actWords(withdrawal),
      ),
  ),
];

/** From the money to the follow-ups, and what stopped it, as far as it has come. */
export const WorksParts: Component<{ view: RenovationView }> = (props) => {
  const desk = useDesk();
  return (
    <>
      <Part id="stopped" title={t('part.stopped')} facts={stoppedFacts(props.view)} />
      <Part id="notice" title={t('part.notice')} facts={noticeFacts(props.view)} />
      <Part id="works" title={t('part.works')} facts={worksFacts(props.view, desk)} />
      <Part id="acceptance" title={t('part.acceptance')} facts={signatureFacts(props.view)} />
      <Part id="money" title={t('part.money')} facts={moneyFacts(props.view, desk)} />
      <Part id="follow-ups" title={t('part.follow-ups')} facts={followUpFacts(props.view)} />
    </>
  );
};
