import type { Core } from '../platform/runtime/core.ts';
import type { Passwords } from './password-hash.ts';

/** What the use cases of access stand on. */
export interface AccessParts extends Core {
  readonly passwords: Passwords;
}
