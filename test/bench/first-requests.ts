import { marshall } from '@aws-sdk/util-dynamodb';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { accessContract } from '../../functions/access/access.contract.ts';
import { accessPublicContract } from '../../functions/access/access-public.contract.ts';
import { calendarContract } from '../../functions/calendar/calendar.contract.ts';
import { schedules } from '../../functions/functions.ts';
import { issuesContract } from '../../functions/issues/issues.contract.ts';
import { issueType } from '../../functions/issues/issues.store.ts';
import { issuesPublicContract } from '../../functions/issues/issues-public.contract.ts';
import { photosContract } from '../../functions/photos/photos.contract.ts';
import { photosPublicContract } from '../../functions/photos/photos-public.contract.ts';
import type { RouteRow } from '../../functions/platform/contract/route.ts';
import { openPhotoStore } from '../../functions/platform/photos/photo-store.open.ts';
import { systemClock } from '../../functions/platform/runtime/clock.ts';
import { coreOn } from '../../functions/platform/runtime/core.ts';
import { fileKeyWrapper } from '../../functions/platform/runtime/key-wrapper.file.ts';
import { createLog } from '../../functions/platform/runtime/log.ts';
import { createDynamoClient, createStore } from '../../functions/platform/runtime/store.ts';
import { type Call, callRow } from '../support/call.ts';
import { buildDistrict, places } from '../support/district.ts';
import { functionsOn, sending } from '../support/functions.ts';
import { report } from '../support/issues.ts';
import { jpeg } from '../support/pictures.ts';
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
  const { accounts } = await buildDistrict(core);
  const { cookie } = accounts.lead;
  const { issues } = functionsOn(core, core, openPhotoStore(`folder:${temporaryFolder()}`));
  const raised = await callRow(issues, issuesContract.routes.register, { cookie, body: report });
  const reference = /"reference":"(\w+)"/.exec(JSON.stringify(raised.body))?.[1] ?? '';
  const state = await table.get({ PK: `${issueType.kind}#${reference}`, SK: 'STATE' });
  if (!state) throw new Error('there is no issue to start with');
  client.destroy();
  const list = { cookie, query: { node: places.town, list: 'all' } };
  const NewImage = marshall(state, { removeUndefinedValues: true });
  const states = { Records: [{ dynamodb: { SequenceNumber: '1', NewImage } }] };
  const [schedule] = schedules;
  return new Map<string, unknown>([
    ['access', await eventFor(accessContract.routes.whoAmI, { cookie })],
    ['access-public', await eventFor(accessPublicContract.routes.organisations, {})],
    ['issues', await eventFor(issuesContract.routes.list, list)],
    ['issues-public', await eventFor(issuesPublicContract.routes.challenge, {})],
    ['issues-watch', { schedule: schedule?.row.name, scheduledAt: systemClock.now() }],
    ['calendar', await eventFor(calendarContract.routes.read, { cookie, params: { year: '2026' } })],
    ['photos', await eventFor(photosContract.routes.upload, { cookie }, jpeg(40, 30))],
    ['photos-public', await eventFor(photosPublicContract.routes.upload, {}, jpeg(40, 30))],
    ['projections', states],
    ['reactions', states],
  ]);
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
