import { officerOf } from '../platform/contract/officer.ts';
import type { Handlers } from '../platform/http/api-function.ts';
import { type Cursors, pageOf } from '../platform/http/cursor.ts';
import { readListPage } from '../platform/ledger/lists.ts';
import { admitNode, commandOf } from '../platform/ledger/staff-command.ts';
import { checkIn, markRoster } from './attendance.usecases.ts';
import type { bookingsContract } from './bookings.contract.ts';
import { enrolmentView } from './bookings.presentation.ts';
import { rosterRowSchema } from './bookings.views.ts';
import { consentVersion } from './bookings.words.ts';
import { rosterList } from './bookings-lists.store.ts';
import { openCallList } from './call-list.usecases.ts';
import { enrol } from './enrolling.usecases.ts';
import { admitCounter, cancelForSomebody, openContact, readEnrolment } from './enrolments-staff.usecases.ts';
import type { BookingDependencies } from './offers.usecases.ts';
import { readCounted } from './progress.usecases.ts';
import { settleAfterwards } from './settling.usecases.ts';

export type StaffHandlers = Handlers<typeof bookingsContract>;

/** Rows of one page of a roster. */
const pageSize = 100;

export const enrolmentRoutes = (
  deps: BookingDependencies,
  cursors: Cursors,
): Pick<
  StaffHandlers,
  'roster' | 'enrol' | 'read' | 'cancel' | 'contact' | 'callList' | 'checkIn' | 'attendance'
> => ({
  roster: async ({ params, query, caller, now }) => {
    const list = rosterList(params.offer);
    // Together: whose roster it is stands in what is read beside it.
    const [{ offer, view, counts }, page] = await Promise.all([
      readCounted(deps, params.offer, now),
      pageOf(cursors, { list, cursor: query.cursor, now }, (cursor) =>
        readListPage(deps.store, rosterRowSchema, { list, cursor, size: pageSize }),
      ),
    ]);
    admitNode(offer.node, caller);
    // Room that was made by a larger number of places is given out when the desk looks.
    if (view.waiting > 0 && view.taken < view.capacity) await settleAfterwards(deps, offer);
    return { body: { offer: view, ...page, counts: { ...counts } } };
  },
  enrol: async (request) => {
    const { body, caller } = request;
    const enrolling = { ...body, consent: consentVersion };
    const { stored, code } = await enrol(deps, commandOf(request), enrolling, officerOf(caller), {
      admit: ({ node }) => admitCounter(node, caller),
    });
    return {
      body: { reference: stored.id, code, enrolment: enrolmentView(stored) },
      version: stored.version,
    };
  },
  read: async ({ params, caller }) => {
    const stored = await readEnrolment(deps, params.reference, caller);
    return { body: enrolmentView(stored), version: stored.version };
  },
  cancel: async (request) => {
    const stored = await cancelForSomebody(deps, request, request.body.reason);
    return { body: enrolmentView(stored), version: stored.version };
  },
  contact: async (request) => ({ body: await openContact(deps, request, request.body.reason) }),
  callList: async (request) => ({ body: await openCallList(deps, request, request.body) }),
  checkIn: async (request) => {
    const { stored, already } = await checkIn(deps, request, request.body);
    const { id: reference, version, state } = stored;
    const no = request.body.session.slice(request.body.session.lastIndexOf('.') + 1);
    const at = (state.state === 'confirmed' ? state.attendance[no]?.at : undefined) ?? request.now;
    const { title, name, who, places } = state;
    return { body: { reference, version, title, name, who, places, at, already }, version };
  },
  attendance: async (request) => ({
    body: { marks: await markRoster(deps, request, request.params.session, request.body) },
  }),
});
