import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import { createOrganisationNodes } from '../../functions/access/organisations.usecases.ts';
import { createCalendars } from '../../functions/calendar/calendar.usecases.ts';
import { projectImages } from '../../functions/insight/projections.usecases.ts';
import { projectors } from '../../functions/insight/projectors.ts';
import { streamFunction } from '../../functions/insight/stream-function.ts';
import { verifyCases } from '../../functions/insight/verify.usecases.ts';
import type { CultureLoading } from '../../functions/local/demo/culture-loading.ts';
import { foundDemo, listDemo } from '../../functions/local/demo/demo.ts';
import { followStream } from '../../functions/local/stream.ts';
import { parseInstant } from '../../functions/platform/runtime/time.ts';
import { openPlatform, type Platform } from './core.ts';
import { cheapPasswords } from './district.ts';

export interface DemoBed extends AsyncDisposable {
  readonly platform: Platform;
  readonly loading: CultureLoading;
  /** How many events each kind of case has. */
  readonly events: () => Promise<Readonly<Record<string, number>>>;
  /** Walks every history of these kinds. */
  readonly verified: (kinds: readonly string[]) => ReturnType<typeof verifyCases>;
}

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
  const stopping = new AbortController();
  const checkpoints = new Map<string, string>();
  const failed: unknown[] = [];
  const followed = followStream({
    ...{ dynamo: client, streams, tableName, checkpoints, signal: stopping.signal },
    handlers: [streamFunction(core, (images) => projectImages(core.store, projectors, images))],
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
      deps: { ...parts, calendars: createCalendars(core), nodes: createOrganisationNodes(core) },
      ...{ now, signal: stopping.signal, onProgress: () => undefined },
    },
    events: async () => {
      const counts: Record<string, number> = {};
      for (const { PK, SK } of await platform.everything()) {
        if (!String(SK).startsWith('EVENT#')) continue;
        const kind = String(PK).split('#')[0] ?? '';
        counts[kind] = (counts[kind] ?? 0) + 1;
      }
      return counts;
    },
    verified: (kinds) => verifyCases(core, kinds, '2026-01', '2026-12'),
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  };
};
