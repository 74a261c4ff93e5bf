import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import { createOrganisationNodes } from '../../functions/access/organisations.usecases.ts';
import { createCalendars } from '../../functions/calendar/calendar.usecases.ts';
import { projectImages } from '../../functions/insight/projections.usecases.ts';
import { projectors } from '../../functions/insight/projectors.ts';
import { type FailedImage, streamFunction } from '../../functions/insight/stream-function.ts';
import { verifyCases } from '../../functions/insight/verify.usecases.ts';
import type { CultureLoading } from '../../functions/local/demo/culture-loading.ts';
import { foundDemo, listDemo } from '../../functions/local/demo/demo.ts';
import { followStream } from '../../functions/local/stream.ts';
import { openPhotoStore } from '../../functions/platform/photos/photo-store.open.ts';
import type { Core } from '../../functions/platform/runtime/core.ts';
import type { Item } from '../../functions/platform/runtime/store.ts';
import { parseInstant } from '../../functions/platform/runtime/time.ts';
import { followActivity } from '../../functions/programme/listing.usecases.ts';
import { activityType, listedSessionType } from '../../functions/programme/programme.store.ts';
import { openPlatform, type Platform } from './core.ts';
import { cheapPasswords } from './district.ts';

export interface DemoBed extends AsyncDisposable {
  readonly platform: Platform;
  readonly loading: CultureLoading;
  /** How many events each kind of case has, but for sessions in lists: the stream writes those when it comes to them. */
  readonly events: () => Promise<Readonly<Record<string, number>>>;
  /** Walks every history of these kinds. */
  readonly verified: (kinds: readonly string[]) => ReturnType<typeof verifyCases>;
}

/** The sessions of activities, in the lists residents see; nothing else in the demo of culture has consequences. */
const listActivities = async (core: Core, images: readonly Item[]): Promise<readonly FailedImage[]> => {
  const failed: FailedImage[] = [];
  for (const image of images) {
    if (image['kind'] !== activityType.kind) continue;
    try {
      await followActivity(core, image);
    } catch (error) {
      failed.push({ image, error });
    }
  }
  return failed;
};

/** The demo's places and accounts in a table whose stream brings the lists up to date, as on a machine. */
export const openDemo = async (at: string): Promise<DemoBed> => {
  await using undo = new AsyncDisposableStack();
  const platform = undo.use(await openPlatform(at));
  const { core, client, endpoint, tableName } = platform;
  const now = parseInstant(at);
  const parts = { ...core, passwords: cheapPasswords };
  await foundDemo(parts, now, () => undefined);
  await listDemo(core, now);
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const streams = new DynamoDBStreamsClient({ endpoint, region: 'local', credentials });
  undo.defer(() => streams.destroy());
  const folder = await mkdtemp(join(tmpdir(), 'huimin-photos-'));
  undo.defer(() => rm(folder, { recursive: true }));
  const photos = openPhotoStore(`folder:${folder}`);
  const stopping = new AbortController();
  const checkpoints = new Map<string, string>();
  const failed: unknown[] = [];
  const followed = followStream({
    ...{ dynamo: client, streams, tableName, checkpoints, signal: stopping.signal },
    handlers: [
      streamFunction(core, (images) => projectImages(core.store, projectors, images)),
      streamFunction(core, (images) => listActivities(core, images)),
    ],
    onError: (error) => failed.push(error),
  });
  undo.defer(async () => {
    stopping.abort();
    await followed;
    if (failed.length > 0) throw failed[0];
  });
  const kept = undo.move();
  return {
    platform,
    loading: {
      deps: { ...parts, calendars: createCalendars(core), nodes: createOrganisationNodes(core), photos },
      ...{ now, signal: stopping.signal, onProgress: () => undefined },
    },
    events: async () => {
      const counts: Record<string, number> = {};
      for (const { PK, SK } of await platform.everything()) {
        const kind = String(PK).split('#')[0] ?? '';
        if (!String(SK).startsWith('EVENT#') || kind === listedSessionType.kind) continue;
        counts[kind] = (counts[kind] ?? 0) + 1;
      }
      return counts;
    },
    verified: (kinds) => verifyCases(core, kinds, '2026-01', '2026-12'),
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  };
};
