import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { accessContract } from '../../functions/access/access.contract.ts';
import { accessRoutes } from '../../functions/access/access.routes.ts';
import { accessPublicContract } from '../../functions/access/access-public.contract.ts';
import { accessPublicRoutes } from '../../functions/access/access-public.routes.ts';
import { createOrganisationNodes } from '../../functions/access/organisations.usecases.ts';
import { authenticate } from '../../functions/access/sessions.usecases.ts';
import { bookingsContract } from '../../functions/bookings/bookings.contract.ts';
import { bookingsRoutes } from '../../functions/bookings/bookings.routes.ts';
import { bookingsPublicContract } from '../../functions/bookings/bookings-public.contract.ts';
import { bookingsPublicRoutes } from '../../functions/bookings/bookings-public.routes.ts';
import type { Offers } from '../../functions/bookings/offers.usecases.ts';
import { programmeOffers } from '../../functions/bookings/programme-offers.usecases.ts';
import { calendarContract } from '../../functions/calendar/calendar.contract.ts';
import { calendarRoutes } from '../../functions/calendar/calendar.routes.ts';
import { createCalendars } from '../../functions/calendar/calendar.usecases.ts';
import { campaignsContract } from '../../functions/campaigns/campaigns.contract.ts';
import { campaignsRoutes } from '../../functions/campaigns/campaigns.routes.ts';
import { checksContract } from '../../functions/checks/checks.contract.ts';
import { checksRoutes } from '../../functions/checks/checks.routes.ts';
import { criticismContract } from '../../functions/criticism/criticism.contract.ts';
import { criticismRoutes } from '../../functions/criticism/criticism.routes.ts';
import { desksContract } from '../../functions/desks/desks.contract.ts';
import { desksRoutes } from '../../functions/desks/desks.routes.ts';
import { findingsContract } from '../../functions/findings/findings.contract.ts';
import { findingsRoutes } from '../../functions/findings/findings.routes.ts';
import { householdsContract } from '../../functions/households/households.contract.ts';
import { householdsRoutes } from '../../functions/households/households.routes.ts';
import { doneOf } from '../../functions/insight/done.ts';
import { inspectionsContract } from '../../functions/inspections/inspections.contract.ts';
import { inspectionsRoutes } from '../../functions/inspections/inspections.routes.ts';
import { issuesContract } from '../../functions/issues/issues.contract.ts';
import { issuesRoutes } from '../../functions/issues/issues.routes.ts';
import { issuesPublicContract } from '../../functions/issues/issues-public.contract.ts';
import { issuesPublicRoutes } from '../../functions/issues/issues-public.routes.ts';
import { messagesContract } from '../../functions/messages/messages.contract.ts';
import { messagesRoutes } from '../../functions/messages/messages.routes.ts';
import { photosContract } from '../../functions/photos/photos.contract.ts';
import { photosRoutes } from '../../functions/photos/photos.routes.ts';
import { photosPublicContract } from '../../functions/photos/photos-public.contract.ts';
import { photosPublicRoutes } from '../../functions/photos/photos-public.routes.ts';
import { type ApiFunction, apiFunction } from '../../functions/platform/http/api-function.ts';
import { createCursors } from '../../functions/platform/http/cursor.ts';
import { createProofOfWork } from '../../functions/platform/http/proof-of-work.ts';
import type { PhotoStore } from '../../functions/platform/photos/photo-store.ts';
import { openShownPhotos } from '../../functions/platform/photos/shown-photos.open.ts';
import type { ShownPhotos } from '../../functions/platform/photos/shown-photos.ts';
import type { Core } from '../../functions/platform/runtime/core.ts';
import { culturePublicContract } from '../../functions/programme/culture-public.contract.ts';
import { culturePublicRoutes } from '../../functions/programme/culture-public.routes.ts';
import { programmeContract } from '../../functions/programme/programme.contract.ts';
import { programmeRoutes } from '../../functions/programme/programme.routes.ts';
import { programmeFiguresContract } from '../../functions/programme/programme-figures.contract.ts';
import { programmeFiguresRoutes } from '../../functions/programme/programme-figures.routes.ts';
import { renovationContract } from '../../functions/renovation/renovation.contract.ts';
import { renovationRoutes } from '../../functions/renovation/renovation.routes.ts';
import { renovationPublicContract } from '../../functions/renovation/renovation-public.contract.ts';
import { renovationPublicRoutes } from '../../functions/renovation/renovation-public.routes.ts';
import { retentionContract } from '../../functions/retention/retention.contract.ts';
import { retentionRoutes } from '../../functions/retention/retention.routes.ts';
import { servicesContract } from '../../functions/services/services.contract.ts';
import { servicesRoutes } from '../../functions/services/services.routes.ts';
import { supervisionContract } from '../../functions/supervision/supervision.contract.ts';
import { supervisionRoutes } from '../../functions/supervision/supervision.routes.ts';
import { targetsContract } from '../../functions/targets/targets.contract.ts';
import { targetsRoutes } from '../../functions/targets/targets.routes.ts';
import { venuesContract } from '../../functions/venues/venues.contract.ts';
import { venuesRoutes } from '../../functions/venues/venues.routes.ts';
import { visitsContract } from '../../functions/visits/visits.contract.ts';
import { visitsRoutes } from '../../functions/visits/visits.routes.ts';
import { dayRows } from '../../functions/visits/visits-lists.store.ts';
import { startedCampaigns } from '../../functions/visits/visits-plan.usecases.ts';
import { cheapPasswords } from './district.ts';

/** A folder that isn't there: where photos are shown to anybody is tested by itself. */
const nothingShown = openShownPhotos(`folder:${join(tmpdir(), 'huimin-nothing-shown')}`);

/**
 * Every function that serves a contract, by its name, wired as its entry point wires it.
 * @param core what they work on.
 * @param offers what can be enrolled for, where a test puts it up itself.
 * @param shown photos anybody may see.
 * @param sessions where sessions are looked up, so that the check of the session can be measured apart.
 */
export const functionsOn = (
  core: Core,
  sessions: Pick<Core, 'store'>,
  photos: PhotoStore,
  offers: Offers = programmeOffers,
  shown: ShownPhotos = nothingShown,
) => {
  const parts = { ...core, passwords: cheapPasswords };
  const nodes = createOrganisationNodes(core);
  const cursors = createCursors(core.keyring);
  const calendars = createCalendars(core);
  const deps = { ...core, calendars, nodes };
  const staff = { ...core, authenticate: authenticate(sessions) };
  const residents = { ...core, authenticate: async () => undefined };
  return {
    access: apiFunction(accessContract, accessRoutes(parts, nodes, cursors), staff),
    'access-public': apiFunction(
      accessPublicContract,
      accessPublicRoutes(parts, nodes, { cookieOverHttp: false }),
      residents,
    ),
    bookings: apiFunction(bookingsContract, bookingsRoutes({ ...deps, offers }, cursors), staff),
    'bookings-public': apiFunction(
      bookingsPublicContract,
      bookingsPublicRoutes({ ...deps, offers }, createProofOfWork(core.keyring)),
      residents,
    ),
    calendar: apiFunction(calendarContract, calendarRoutes(calendars), staff),
    campaigns: apiFunction(campaignsContract, campaignsRoutes(deps, cursors), staff),
    'checks-runs': apiFunction(checksContract, checksRoutes(core, cursors), staff),
    criticism: apiFunction(criticismContract, criticismRoutes(deps, cursors), staff),
    'culture-public': apiFunction(
      culturePublicContract,
      culturePublicRoutes({ ...deps, cursors }),
      residents,
    ),
    desks: apiFunction(desksContract, desksRoutes(deps, cursors), staff),
    findings: apiFunction(findingsContract, findingsRoutes(deps, cursors), staff),
    households: apiFunction(householdsContract, householdsRoutes(deps, cursors), staff),
    inspections: apiFunction(
      inspectionsContract,
      inspectionsRoutes(
        {
          ...deps,
          visitsOfDay: (village, day) => dayRows(core.store, village, day),
          newSeed: randomUUID,
        },
        cursors,
      ),
      staff,
    ),
    issues: apiFunction(issuesContract, issuesRoutes(deps, cursors), staff),
    'issues-public': apiFunction(
      issuesPublicContract,
      issuesPublicRoutes(deps, createProofOfWork(core.keyring)),
      residents,
    ),
    messages: apiFunction(messagesContract, messagesRoutes({ ...core, sending: true }, cursors), staff),
    photos: apiFunction(photosContract, photosRoutes({ ...core, photos }), staff),
    'photos-public': apiFunction(
      photosPublicContract,
      photosPublicRoutes({ ...core, photos, shown }),
      residents,
    ),
    programme: apiFunction(programmeContract, programmeRoutes(deps, cursors), staff),
    'programme-figures': apiFunction(programmeFiguresContract, programmeFiguresRoutes(deps, cursors), staff),
    renovation: apiFunction(renovationContract, renovationRoutes(deps, cursors), staff),
    'renovation-public': apiFunction(
      renovationPublicContract,
      renovationPublicRoutes(deps, createProofOfWork(core.keyring), cursors),
      residents,
    ),
    retention: apiFunction(retentionContract, retentionRoutes(core), staff),
    services: apiFunction(servicesContract, servicesRoutes(core, cursors), staff),
    supervision: apiFunction(supervisionContract, supervisionRoutes(deps, cursors), staff),
    targets: apiFunction(targetsContract, targetsRoutes({ ...core, done: doneOf(deps) }), staff),
    venues: apiFunction(venuesContract, venuesRoutes(deps), staff),
    visits: apiFunction(
      visitsContract,
      visitsRoutes({ ...deps, campaigns: startedCampaigns(core) }, cursors),
      staff,
    ),
  };
};

export type Functions = ReturnType<typeof functionsOn>;

/** The same function, sent bytes instead of JSON. */
export const sending =
  (api: ApiFunction, bytes: () => Uint8Array): ApiFunction =>
  (event, context) =>
    api(
      {
        ...event,
        headers: { ...event.headers, 'content-type': 'image/jpeg' },
        body: Buffer.from(bytes()).toString('base64'),
        isBase64Encoded: true,
      },
      context,
    );

/** The same function, its pictures left out of the answer: the support of the tests reads JSON. */
export const unseen =
  (api: ApiFunction): ApiFunction =>
  async (event, context) => {
    const { body, ...answer } = await api(event, context);
    return answer.isBase64Encoded || body === undefined ? answer : { ...answer, body };
  };
