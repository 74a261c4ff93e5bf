import type {
  APIGatewayProxyEventV2,
  APIGatewayProxyStructuredResultV2,
  Context,
  DynamoDBBatchResponse,
  DynamoDBStreamEvent,
} from 'aws-lambda';
import { type FunctionRow, functionRows } from '../functions.ts';
import type { ScheduleEvent } from '../platform/contract/schedule.ts';

type Handler = (event: never, context: Context) => Promise<unknown>;

/** The entry points of all functions, as the cloud would load them; the environment must be set before. */
export interface LoadedFunctions {
  readonly api: ReadonlyMap<
    string,
    (event: APIGatewayProxyEventV2, context: Context) => Promise<APIGatewayProxyStructuredResultV2>
  >;
  readonly stream: readonly ((event: DynamoDBStreamEvent) => Promise<DynamoDBBatchResponse>)[];
  readonly schedule: ReadonlyMap<string, (event: ScheduleEvent) => Promise<unknown>>;
}

const load = async ({ folder, name }: FunctionRow): Promise<Handler> => {
  const module: { readonly handler: Handler } = await import(`../${folder}/${name}.lambda.ts`);
  return module.handler;
};

export const loadFunctions = async (): Promise<LoadedFunctions> => {
  const loaded = await Promise.all(functionRows.map(async (row) => ({ row, handler: await load(row) })));
  const of = (kind: FunctionRow['trigger']['kind']) => loaded.filter(({ row }) => row.trigger.kind === kind);
  // What triggers a function decides what it is called with; the rows are the only place that says so.
  return {
    api: new Map(of('api').map(({ row, handler }) => [row.name, handler as never])),
    stream: of('stream').map(({ handler }) => handler as never),
    schedule: new Map(of('schedule').map(({ row, handler }) => [row.name, handler as never])),
  };
};
