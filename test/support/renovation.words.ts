import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { createOrganisationNodes } from '../../functions/access/organisations.usecases.ts';
import { createCalendars } from '../../functions/calendar/calendar.usecases.ts';
import { officerOf } from '../../functions/platform/contract/officer.ts';
import type { Command } from '../../functions/platform/ledger/steps.ts';
import { PhotoIdSchema } from '../../functions/platform/photos/photo.contract.ts';
import { addMinutes, parseLocalDate } from '../../functions/platform/runtime/time.ts';
import { apply } from '../../functions/renovation/applying.usecases.ts';
import { setFundOf } from '../../functions/renovation/funds.usecases.ts';
import {
  assessmentFields,
  feasibilityFields,
  priceLineSchema,
  quantitiesField,
} from '../../functions/renovation/renovation.fields.ts';
import * as rules from '../../functions/renovation/renovation.rules.ts';
import type { Renovation } from '../../functions/renovation/renovation.states.ts';
import { changeRenovation } from '../../functions/renovation/renovation.usecases.ts';
import { consentVersion } from '../../functions/renovation/renovation.words.ts';
import { endNotice } from '../../functions/renovation/renovation-notice.rules.ts';
import {
  answerPlan,
  assess,
  findFeasible,
  plan,
} from '../../functions/renovation/renovation-planning.rules.ts';
import { approve } from '../../functions/renovation/renovation-reserving.rules.ts';
import { appeal, reject } from '../../functions/renovation/renovation-stopping.rules.ts';
import {
  assign,
  complete,
  pay,
  showBefore,
  sign,
} from '../../functions/renovation/renovation-works.rules.ts';
import { type District, intentOf, places } from './district.ts';
import { application, assessment, certificateNo, feasible, lines, prices } from './renovation.ts';

type Step = (renovation: Renovation) => rules.RenovationDecision;

/** A home at every step of its way, each decided by somebody nobody else here is: what names them. */
export const renovationsOf = async ({ administrator, accounts, parts }: District) => {
  const deps = { ...parts, calendars: createCalendars(parts), nodes: createOrganisationNodes(parts) };
  const now = parts.clock.now();
  const calendar = await deps.calendars.current(now);
  const contractor = officerOf(accounts.contractor.principal);
  const act = { by: { id: 'somebody', name: '某人' }, now, calendar };
  const own = { ...act, how: 'paper' as const };
  const priceList = v.parse(v.array(priceLineSchema), prices);
  const quantities = v.parse(quantitiesField, lines);
  const photos = [v.parse(PhotoIdSchema, 'a'.repeat(32))];
  for (const { node, fund } of [
    { node: places.district, fund: { kind: 'district' as const, homes: 300, prices: priceList } },
    { node: places.town, fund: { kind: 'town' as const, amount: 100_000_000, ceiling: 600_000 } },
  ]) {
    await setFundOf(deps, intentOf(administrator.principal, parts), { year: 2026, node, fund });
  }
  const command = (at = now): Command => ({
    ...{ key: randomUUID(), request: '', actor: { kind: 'resident' }, now: at },
  });
  const appointed = rules.from(['reviewed'], (one) =>
    rules.appoint(one, act, contractor, parseLocalDate('2026-11-25')),
  );
  const found = v.parse(v.strictObject(assessmentFields), assessment);
  const way: readonly Step[] = [
    rules.from(['applied'], (one) => rules.check(one, act)),
    rules.from(['checked'], (one) => rules.review(one, act)),
    appointed,
    rules.from(['reviewed'], (one) => assess(one, { ...act, by: contractor }, found)),
    rules.from(['assessed'], (one) =>
      findFeasible(one, act, v.parse(v.strictObject(feasibilityFields), feasible)),
    ),
    rules.from(['feasible'], (one) =>
      plan(one, act, quantities, { year: 2026, prices: priceList, ceiling: 600_000, had: new Map() }),
    ),
    rules.from(['planned'], (one) => answerPlan(one, own, { agrees: true })),
    rules.from(['agreed'], (one) =>
      approve(one, act, 2026, `NTCE${one.marks.home.replace(/\W/g, '').slice(0, 12)}`),
    ),
    rules.from(['noticed'], (one) => {
      const over = { ...act, now: addMinutes(one.notice.until, 1) };
      return endNotice(one, over) ?? rules.refuse('renovation.transition_not_allowed');
    }),
    rules.from(['ready'], (one) => assign(one, act, contractor, 'AAAATE2345')),
    rules.from(['building'], (one) => showBefore(one, act, { photos })),
    rules.from(['building'], (one) => complete(one, act, { photos, lines: quantities })),
    ...(['contractor', 'applicant', 'federation'] as const).map((side) =>
      // Long ago, so that it can be asked how it is.
      rules.from(['finished'], (one) => sign(one, { ...own, now: addMinutes(now, -200 * 24 * 60) }, side)),
    ),
    rules.from(['accepted'], (one) => pay(one, act, 'AAAATE2345', '0088')),
  ];
  const owing = [rules.from(['applied'], (one) => rules.askForPapers(one, act, ['户口本']))];
  const rejected = [rules.from(['applied'], (one) => reject(one, act, { reason: 'other', text: '不符合' }))];
  const appealed = [...rejected, rules.from(['rejected'], (one) => appeal(one, own, '请复核'))];
  const courses: readonly (readonly Step[])[] = [
    ...way.map((_, index) => way.slice(0, index)),
    ...[way, owing, rejected, appealed],
  ];
  const references: string[] = [];
  for (const [n, course] of courses.entries()) {
    const { wants, ...asked } = application(n + 1);
    const { stored } = await apply(
      deps,
      command(),
      { ...asked, wants: [...wants], consent: { version: consentVersion, how: 'paper' } },
      undefined,
    );
    for (const step of course) {
      await changeRenovation(deps, {
        ...{ reference: stored.id, command: command(), ifMatch: undefined },
        decide: (deciding) => step(deciding.stored.state),
      });
    }
    references.push(stored.id);
  }
  return {
    references,
    named: {
      certificate: [certificateNo(500), certificateNo(501)],
      validUntil: ['2030-01-01'],
      assessor: [accounts.contractor.principal.staffId],
      contractor: [accounts.contractor.principal.staffId],
      renovations: references,
      fund: ['2026-370402', '2026-370402101'],
      answers: ['{"step":1}'],
    },
  };
};
