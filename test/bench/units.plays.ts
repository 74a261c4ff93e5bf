import type { Contract } from '../../functions/platform/contract/route.ts';
import type { Call } from '../support/call.ts';

/** What a route is called with, made ready by whatever has to be there before. */
export type Play = () => Promise<Call>;

/** One for each row of a contract: a row nobody measures does not compile. */
export type Plays<C extends Contract> = { readonly [Name in keyof C['routes']]: Play };
