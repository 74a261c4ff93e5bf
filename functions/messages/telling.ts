import type { Officer } from '../platform/contract/officer.ts';
import type { Role } from '../platform/contract/roles.ts';
import type { CaseType, Stored } from '../platform/ledger/steps.ts';
import type { Instant } from '../platform/runtime/time.ts';
import type { News } from './messages.states.ts';

/** Who has to know: this person; or else whoever holds one of the roles at this organisation. */
export interface Audience {
  readonly officer?: Officer | undefined;
  readonly node: string;
  readonly roles: readonly Role[];
  /**
   * Where it goes while there is nobody at the organisation. `instead`: to those above, who are told why it comes to
   * them. `overseeing`: to the nearest above with the role, as it is theirs to oversee. `nowhere`: nobody is told then.
   */
  readonly upwards: 'instead' | 'overseeing' | 'nowhere';
}

/** One thing that is told of a record. */
export interface Telling extends News {
  /** What happened, told apart from whatever else happens to this record: nobody is told the same twice. */
  readonly what: string;
  /** When it happened, where it is no news any more after some days; what holds until it is mended has none. */
  readonly at?: Instant | undefined;
  readonly to: readonly Audience[];
}

/** What one kind of case has to tell, by its state alone. */
export interface Teller<S> {
  readonly type: CaseType<S>;
  readonly tell: (stored: Stored<S>) => readonly Telling[];
}
