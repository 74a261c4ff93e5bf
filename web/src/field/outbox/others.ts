import { createEffect, createSignal, on } from 'solid-js';
import { officer } from '../officer/officer.ts';
import { phone } from '../phone/database.ts';
import { entries } from './outbox.ts';

/** Whether the phone keeps visits of somebody else: that they are there, and nothing of them. */
export const createOthers = (): (() => boolean) => {
  const [has, setHas] = createSignal(false);
  const look = async (): Promise<void> => {
    const staffId = officer()?.staffId;
    const database = await phone();
    const mine = staffId === undefined ? 0 : await database.countFromIndex('entries', 'staffId', staffId);
    const written = await database.getAll('assessments');
    const isOthers = written.some((each) => each.staffId !== staffId && each.phase !== 'sent');
    setHas(isOthers || (await database.count('entries')) > mine);
  };
  // Where the phone keeps nothing, it keeps nothing of others.
  createEffect(on([officer, entries], () => void look().catch(() => undefined)));
  return has;
};
