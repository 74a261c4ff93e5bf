import { marshall } from '@aws-sdk/util-dynamodb';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { accessContract } from '../../functions/access/access.contract.ts';
import { accessPublicContract } from '../../functions/access/access-public.contract.ts';
import { bookingsContract } from '../../functions/bookings/bookings.contract.ts';
import { bookingsPublicContract } from '../../functions/bookings/bookings-public.contract.ts';
import { calendarContract } from '../../functions/calendar/calendar.contract.ts';
import { campaignsContract } from '../../functions/campaigns/campaigns.contract.ts';
import { checksContract } from '../../functions/checks/checks.contract.ts';
import { criticismContract } from '../../functions/criticism/criticism.contract.ts';
import { desksContract } from '../../functions/desks/desks.contract.ts';
import { findingsContract } from '../../functions/findings/findings.contract.ts';
import { functionRows } from '../../functions/functions.ts';
import { householdsContract } from '../../functions/households/households.contract.ts';
import { inspectionsContract } from '../../functions/inspections/inspections.contract.ts';
import { issuesContract } from '../../functions/issues/issues.contract.ts';
import { issueType } from '../../functions/issues/issues.store.ts';
import { issuesPublicContract } from '../../functions/issues/issues-public.contract.ts';
import { messagesContract } from '../../functions/messages/messages.contract.ts';
import { photosContract } from '../../functions/photos/photos.contract.ts';
import { photosPublicContract } from '../../functions/photos/photos-public.contract.ts';
import type { RouteRow } from '../../functions/platform/contract/route.ts';
import type { ScheduleRow } from '../../functions/platform/contract/schedule.ts';
import { openPhotoStore } from '../../functions/platform/photos/photo-store.open.ts';
import { systemClock } from '../../functions/platform/runtime/clock.ts';
import { coreOn } from '../../functions/platform/runtime/core.ts';
import { fileKeyWrapper } from '../../functions/platform/runtime/key-wrapper.file.ts';
import { createLog } from '../../functions/platform/runtime/log.ts';
import { createDynamoClient, createStore } from '../../functions/platform/runtime/store.ts';
import { localDateOf } from '../../functions/platform/runtime/time.ts';
import { culturePublicContract } from '../../functions/programme/culture-public.contract.ts';
import { programmeContract } from '../../functions/programme/programme.contract.ts';
import { programmeFiguresContract } from '../../functions/programme/programme-figures.contract.ts';
import { renovationContract } from '../../functions/renovation/renovation.contract.ts';
import { renovationPublicContract } from '../../functions/renovation/renovation-public.contract.ts';
import { retentionContract } from '../../functions/retention/retention.contract.ts';
import { servicesContract } from '../../functions/services/services.contract.ts';
import { supervisionContract } from '../../functions/supervision/supervision.contract.ts';
import { targetsContract } from '../../functions/targets/targets.contract.ts';
import { venuesContract } from '../../functions/venues/venues.contract.ts';
import { visitsContract } from '../../functions/visits/visits.contract.ts';
import { type Call, callRow } from '../support/call.ts';
import { buildDistrict, type District, places } from '../support/district.ts';
import { type Functions, functionsOn, sending } from '../support/functions.ts';
import { report } from '../support/issues.ts';
import { jpeg } from '../support/pictures.ts';
import { openCourse } from './first-requests.culture.ts';
import type { OpenStore } from './stored.ts';
import { temporaryFolder } from './temporary.ts';

/** The table the bare SDK bundle knows by name. */
export const coldTable = 'ledger';

/** The event `callRow` would hand to a function, instead of the answer. */
const eventFor = async (row: RouteRow, call: Call, bytes?: Uint8Array): Promise<APIGatewayProxyEventV2> => {
  const caught: APIGatewayProxyEventV2[] = [];
  const catching = async (event: APIGatewayProxyEventV2) => {
    caught.push(event);
    return { statusCode: 204 };
  };
  await callRow(bytes ? sending(catching, () => bytes) : catching, row, call);
  const [event] = caught;
  if (!event) throw new Error('no event was made');
  return event;
};

/** As a schedule starts a function: for the first of the rules it serves. */
const planned = (rows: readonly ScheduleRow[]): object => ({
  ...{ schedule: rows[0]?.name, scheduledAt: systemClock.now() },
});

/** What each function is asked first on a machine where a district is at work; by the function's name. */
export const firstRequests = async (store: OpenStore): Promise<ReadonlyMap<string, unknown>> => {
  const client = createDynamoClient(store.endpoint);
  const table = createStore(client, coldTable);
  const core = coreOn(
    table,
    fileKeyWrapper(store.keyFile),
    systemClock,
    createLog(() => undefined),
  );
  const district = await buildDistrict(core);
  const functions = functionsOn(core, core, openPhotoStore(`folder:${temporaryFolder()}`));
  const raised = await callRow(functions.issues, issuesContract.routes.register, {
    ...{ cookie: district.accounts.lead.cookie, body: report },
  });
  const reference = /"reference":"(\w+)"/.exec(JSON.stringify(raised.body))?.[1] ?? '';
  const state = await table.get({ PK: `${issueType.kind}#${reference}`, SK: 'STATE' });
  if (!state) throw new Error('there is no issue to start with');
  const course = await openCourse(district, functions);
  client.destroy();
  const NewImage = marshall(state, { removeUndefinedValues: true });
  const states = { Records: [{ dynamodb: { SequenceNumber: '1', NewImage } }] };
  const asked = new Map<string, unknown>(Object.entries(await apiRequests(district, course)));
  for (const { name, trigger } of functionRows) {
    if (trigger.kind === 'schedule') asked.set(name, planned(trigger.rows));
    if (trigger.kind === 'stream') asked.set(name, states);
  }
  return asked;
};

/** What people ask first: most often a list of where they work. One nobody has thought of does not compile. */
const apiRequests = async (
  { accounts: { admin, culture, disability, lead, supervisor, visitor } }: District,
  course: string,
): Promise<Readonly<Record<keyof Functions, APIGatewayProxyEventV2>>> => {
  const today = localDateOf(systemClock.now());
  const { cookie } = lead;
  const ofTown = { cookie: culture.cookie, query: { node: places.town } };
  const ofYear = { cookie: culture.cookie, query: { node: places.town, year: today.slice(0, 4) } };
  const ofLead = { cookie, query: { node: places.village } };
  return {
    access: await eventFor(accessContract.routes.whoAmI, { cookie }),
    'access-public': await eventFor(accessPublicContract.routes.organisations, {}),
    bookings: await eventFor(bookingsContract.routes.roster, {
      ...{ cookie: culture.cookie, params: { offer: course }, query: {} },
    }),
    'bookings-public': await eventFor(bookingsPublicContract.routes.offer, { params: { offer: course } }),
    calendar: await eventFor(calendarContract.routes.read, { cookie, params: { year: '2026' } }),
    campaigns: await eventFor(campaignsContract.routes.list, ofLead),
    criticism: await eventFor(criticismContract.routes.list, {
      ...{ cookie: supervisor.cookie, query: { node: places.town, state: 'published' } },
    }),
    'culture-public': await eventFor(culturePublicContract.routes.whatsOn, { query: { node: places.town } }),
    desks: await eventFor(desksContract.routes.desk, {
      ...{ cookie: supervisor.cookie, query: { node: places.town } },
    }),
    findings: await eventFor(findingsContract.routes.list, {
      ...{ cookie: supervisor.cookie, query: { node: places.town, state: 'open' } },
    }),
    households: await eventFor(householdsContract.routes.list, ofLead),
    inspections: await eventFor(inspectionsContract.routes.list, {
      ...{ cookie: supervisor.cookie, query: { node: places.town, list: 'started' } },
    }),
    issues: await eventFor(issuesContract.routes.list, { cookie, query: { node: places.town, list: 'all' } }),
    'issues-public': await eventFor(issuesPublicContract.routes.challenge, {}),
    messages: await eventFor(messagesContract.routes.unread, { cookie }),
    photos: await eventFor(photosContract.routes.upload, { cookie }, jpeg(40, 30)),
    'photos-public': await eventFor(photosPublicContract.routes.upload, {}, jpeg(40, 30)),
    programme: await eventFor(programmeContract.routes.list, ofTown),
    'programme-figures': await eventFor(programmeFiguresContract.routes.figures, ofYear),
    renovation: await eventFor(renovationContract.routes.list, {
      ...{ cookie, query: { node: places.village, list: 'all' } },
    }),
    'renovation-public': await eventFor(renovationPublicContract.routes.items, {}),
    'checks-runs': await eventFor(checksContract.routes.schedules, { cookie: admin.cookie }),
    retention: await eventFor(retentionContract.routes.retention, { cookie: admin.cookie }),
    supervision: await eventFor(supervisionContract.routes.lists, {
      ...{ cookie: supervisor.cookie, query: {} },
    }),
    targets: await eventFor(targetsContract.routes.targets, ofYear),
    services: await eventFor(servicesContract.routes.centres, {
      ...{ cookie: disability.cookie, query: { node: places.town } },
    }),
    venues: await eventFor(venuesContract.routes.list, ofTown),
    visits: await eventFor(visitsContract.routes.round, { cookie: visitor.cookie }),
  };
};

/** @throws Error for a function nobody has thought of here. */
export const firstRequestOf = (requests: ReadonlyMap<string, unknown>, name: string): unknown => {
  const request = requests.get(name);
  if (request === undefined) throw new Error(`what is the function ${name} asked first?`);
  return request;
};

/** The environment of a function as the cloud sets it, the store beside it instead of the region's. */
export const coldEnvironment = (store: OpenStore): Record<string, string> => ({
  PATH: process.env['PATH'] ?? '',
  AWS_REGION: 'local',
  AWS_ACCESS_KEY_ID: 'local',
  AWS_SECRET_ACCESS_KEY: 'local',
  AWS_ENDPOINT_URL_DYNAMODB: store.endpoint,
  TABLE_NAME: coldTable,
  MASTER_KEY: `file:${store.keyFile}`,
  PHOTOS: `folder:${temporaryFolder()}`,
});
