import type { Telling } from '../../functions/messages/telling.ts';
import { messageId } from '../../functions/messages/telling.usecases.ts';
import type { Principal } from '../../functions/platform/contract/roles.ts';
import { parseInstant } from '../../functions/platform/runtime/time.ts';
import { places } from './district.ts';

/** Something to tell one person: a village's day that was not handed in, the n-th of them. */
export const tellingTo = ({ staffId, name }: Pick<Principal, 'staffId' | 'name'>, n: number): Telling => ({
  ...{ tiding: 'finding-late', about: { kind: 'FINDING', id: `ledger-noon.370402101201.${n}` } },
  ...{ subject: 'ledger-noon', node: places.village, since: parseInstant('2026-11-22T12:00:00+08:00') },
  ...{ what: '1 late' },
  to: [{ officer: { id: staffId, name }, node: places.village, roles: ['lead'], upwards: 'instead' }],
});

/** The id of the message this person is told it by. */
export const messageTo = ({ staffId }: Pick<Principal, 'staffId'>, telling: Telling): string =>
  messageId(telling, staffId);
