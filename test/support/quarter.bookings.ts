import { bookingsContract } from '../../functions/bookings/bookings.contract.ts';
import { bookingsRoutes } from '../../functions/bookings/bookings.routes.ts';
import { consentVersion } from '../../functions/bookings/bookings.words.ts';
import { bookingsPublicContract } from '../../functions/bookings/bookings-public.contract.ts';
import { bookingsPublicRoutes } from '../../functions/bookings/bookings-public.routes.ts';
import { enrolmentType } from '../../functions/bookings/enrolments.store.ts';
import { programmeOffers } from '../../functions/bookings/programme-offers.usecases.ts';
import { createCursors } from '../../functions/platform/http/cursor.ts';
import { createProofOfWork } from '../../functions/platform/http/proof-of-work.ts';
import { programmeContract } from '../../functions/programme/programme.contract.ts';
import { programmeRoutes } from '../../functions/programme/programme.routes.ts';
import { activityType } from '../../functions/programme/programme.store.ts';
import { residentNamed } from './bookings.ts';
import { callRow } from './call.ts';
import { textIn } from './issues.ts';
import { newActivity } from './programme.ts';
import { proofFor } from './proof.ts';
import { type Act, fine, type Quarter } from './quarter.ts';

/**
 * What is booked: a course with one place and two who want it, whose attendance is written down days later, and a room
 * of the venue that nobody decides on.
 */
export const bookingsOf = (quarter: Quarter, named: Map<string, string>): readonly Act[] => {
  const { api, core, deps } = quarter;
  const cursors = createCursors(core.keyring);
  const programme = api(programmeContract, programmeRoutes(deps, cursors));
  const booking = { ...deps, offers: programmeOffers };
  const bookings = api(bookingsContract, bookingsRoutes(booking, cursors));
  const proofs = createProofOfWork(core.keyring);
  const open = api(bookingsPublicContract, bookingsPublicRoutes(booking, proofs));
  const as = { cookie: 'culture' };
  const of = (name: string): string => named.get(name) ?? '';

  const change = async (
    route: 'sessions' | 'enrolment' | 'publication' | 'attendance',
    body: object,
    no?: string,
  ): Promise<void> => {
    const params = { activity: of('course'), ...(no === undefined ? {} : { no }) };
    const stored = await core.ledger.read(activityType, params.activity);
    const call = { ...as, params, body, ifMatch: stored?.version ?? 0 };
    fine(await callRow(programme, programmeContract.routes[route], call));
  };
  const enrol = (name: string, n: number) => async (): Promise<void> => {
    const body = { offer: of('course'), attendee: residentNamed(n), source: 'counter', consent: true };
    const answer = await callRow(bookings, bookingsContract.routes.enrol, { ...as, body });
    named.set(name, textIn(fine(answer), 'reference') ?? '');
  };

  return [
    [
      '2026-10-19 14:00',
      async () => {
        const made = await callRow(programme, programmeContract.routes.create, {
          ...as,
          body: newActivity(),
        });
        named.set('course', textIn(fine(made), 'activity') ?? '');
        const evening = { from: '2026-10-27', until: '2026-10-27', weekdays: [2] };
        const rule = { ...evening, times: [{ from: '19:30', to: '21:00' }] };
        await change('sessions', { rule, place: '二楼书画室' });
        await change('enrolment', { per: 'whole', capacity: 1, opensAt: '2026-10-20T08:00:00+08:00' });
        await change('publication', {});
      },
    ],
    ['2026-10-20 09:00', enrol('first', 1)],
    ['2026-10-20 09:05', enrol('second', 2)],
    [
      '2026-10-22 09:00',
      async () => {
        const stored = await core.ledger.read(enrolmentType, of('first'));
        const call = { ...as, params: { reference: of('first') }, ifMatch: stored?.version ?? 0 };
        const body = { reason: '来电取消' };
        fine(await callRow(bookings, bookingsContract.routes.cancel, { ...call, body }));
      },
    ],
    ['2026-10-30 10:00', () => change('attendance', { people: 1 }, '1')],
    [
      '2026-11-16 10:00',
      async () => {
        const when = { day: '2026-11-18', from: '17:00', to: '18:00' };
        const what = { purpose: '舞蹈队排练', people: 12, contact: { name: '吴九', phone: '13800000009' } };
        const proof = await proofFor(await proofs.challenge(core.clock.now()));
        const body = { venue: of('venue'), room: '1', ...when, ...what, consent: consentVersion, proof };
        const answer = await callRow(open, bookingsPublicContract.routes.requestRoom, { body });
        named.set('room', textIn(fine(answer), 'reference') ?? '');
      },
    ],
  ];
};
