import type * as v from 'valibot';
import type { ProblemTable } from './problems.ts';
import type { Principal, Role } from './roles.ts';

type Schema = v.GenericSchema<unknown, unknown>;

/** `anyone` needs no session; staff need one of the named roles, `every` meaning any account at all. */
export type MayCall = 'anyone' | 'every' | readonly Role[];

/**
 * One route, declared once. The router, the local host, the infrastructure, the web client, the OpenAPI
 * document and the permission tests all read this row; there is no second list of routes.
 */
export interface RouteRow {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Path template under `/api`, parameters in braces. */
  readonly path: `/api/${string}`;
  readonly summary: string;
  readonly mayCall: MayCall;
  readonly params?: v.GenericSchema<unknown, Readonly<Record<string, string>>>;
  readonly query?: Schema;
  readonly body?: Schema;
  /** `bytes` for a picture sent as it is; JSON otherwise. */
  readonly bodyKind?: 'json' | 'bytes';
  /** Largest body accepted in bytes; {@link defaultBodyLimit} otherwise. */
  readonly bodyLimit?: number;
  readonly response: Schema;
  readonly status: 200 | 201 | 204;
  /** Open even to an account that has to change its password first. */
  readonly duringPasswordChange?: true;
  /** A change of an existing record: `If-Match` with the version it was decided on is required. */
  readonly versioned?: true;
  /** Codes of the noun's own problem table that this route can answer with. */
  readonly problems: readonly string[];
}

/** Bytes; ten times the longest form there is. */
export const defaultBodyLimit = 64 * 1024;

export interface Contract<R extends Readonly<Record<string, RouteRow>> = Readonly<Record<string, RouteRow>>> {
  /** The function that serves these routes, and the folder its bundle is named after. */
  readonly function: string;
  readonly problems: ProblemTable;
  readonly routes: R;
}

export const defineContract = <const R extends Readonly<Record<string, RouteRow>>>(
  contract: Contract<R>,
): Contract<R> => contract;

type Output<S> = S extends Schema ? v.InferOutput<S> : undefined;
type Input<S> = S extends Schema ? v.InferInput<S> : undefined;

export type ParamsOf<R extends RouteRow> = Output<R['params']>;
export type QueryOf<R extends RouteRow> = Output<R['query']>;
export type BodyOf<R extends RouteRow> = Output<R['body']>;
/** What a caller writes, before defaults and clean-up. */
export type BodyInputOf<R extends RouteRow> = Input<R['body']>;
export type QueryInputOf<R extends RouteRow> = Input<R['query']>;
/** What a handler gives to be sent, and what a client reads. */
export type ResponseInputOf<R extends RouteRow> = Input<R['response']>;
export type ResponseOf<R extends RouteRow> = Output<R['response']>;
export type CallerOf<R extends RouteRow> = R['mayCall'] extends 'anyone' ? undefined : Principal;

/** Fills a row's path with its parameters, each encoded. */
export const pathOf = (row: Pick<RouteRow, 'path'>, params: Readonly<Record<string, string>> = {}): string =>
  row.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined) throw new Error(`parameter ${name} is missing for ${row.path}`);
    return encodeURIComponent(value);
  });
