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

/** The entry points of all functions, as the cloud would load them; the environment must be set before they are called. */
export interface LoadedFunctions {
  readonly api: ReadonlyMap<
    string,
    (event: APIGatewayProxyEventV2, context: Context) => Promise<APIGatewayProxyStructuredResultV2>
  >;
  readonly stream: readonly ((event: DynamoDBStreamEvent) => Promise<DynamoDBBatchResponse>)[];
  readonly schedule: ReadonlyMap<string, (event: ScheduleEvent) => Promise<unknown>>;
}

/** An entry point is loaded with its first event: what nobody uses takes no memory. */
const lazily = ({ folder, name }: FunctionRow): Handler => {
  let loaded: Promise<{ readonly handler: Handler }> | undefined;
  return async (event, context) => {
    loaded ??= import(`../${folder}/${name}.lambda.ts`);
    return (await loaded).handler(event, context);
  };
};

export const loadFunctions = (): LoadedFunctions => {
  const of = (kind: FunctionRow['trigger']['kind']) =>
    functionRows
      .filter(({ trigger }) => trigger.kind === kind)
      .map((row) => [row.name, lazily(row)] as const);
  // What triggers a function decides what it is called with; the rows are the only place that says so.
  return {
    api: new Map(of('api').map(([name, handler]) => [name, handler as never])),
    stream: of('stream').map(([, handler]) => handler as never),
    schedule: new Map(of('schedule').map(([name, handler]) => [name, handler as never])),
  };
};
