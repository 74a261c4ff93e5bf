import { createSignal } from 'solid-js';
import { callLight, codeOf } from '../../api/client.ts';
import { noteProblem, officer } from '../officer/officer.ts';
import { onChange, tellChange } from '../phone/changes.ts';
import { phone } from '../phone/database.ts';
import { type Disclosed, type HomesToAssess, routes } from '../service.ts';
import { seal, unseal } from './seal.ts';

/** Where it is and how to reach somebody there; nothing else of what is opened stays on the phone. */
export interface Reach {
  readonly name: string;
  readonly phone: string;
  readonly address: string;
  readonly proxy: { readonly name: string; readonly phone: string } | undefined;
}

/** A home to assess. */
export type Home = HomesToAssess['rows'][number] & {
  readonly place: { readonly zh: string; readonly en: string } | undefined;
  /** Undefined until there was a network to ask for it. */
  readonly reach: Reach | undefined;
};

export interface Homes {
  readonly asOf: string;
  readonly more: boolean;
  readonly rows: readonly Home[];
}

/** What the record of an opening says; it is read at the district, whatever the phone speaks. */
const REASON = '入户评估 (assessment at the home)';

const [homes, setHomes] = createSignal<Homes>();
const [trouble, setTrouble] = createSignal<string>();

export { homes, trouble as homesTrouble };

const readKept = async (staffId: string): Promise<Homes | undefined> => {
  const kept = await (await phone()).get('homes', staffId);
  if (kept === undefined) return undefined;
  const read: Homes = JSON.parse(await unseal(staffId, kept.sealed));
  return read;
};

/** Reads the homes the phone keeps of the officer who works on it now. */
export const recallHomes = async (): Promise<void> => {
  const staffId = officer()?.staffId;
  // What its key no longer opens is as good as gone.
  setHomes(staffId === undefined ? undefined : await readKept(staffId).catch(() => undefined));
};
onChange('homes', recallHomes);

const reachOf = ({ applicant, address, proxy }: Disclosed): Reach => ({
  ...{ name: applicant.name, phone: applicant.phone },
  address: [address.text, address.building, address.unit, address.room].filter(Boolean).join(' '),
  proxy: proxy && { name: proxy.name, phone: proxy.phone },
});

/** Opens who lives there, which leaves a record; once for each home a phone has. */
const openReach = async (reference: string): Promise<Reach | undefined> => {
  try {
    const { body } = await callLight(routes.disclosure, { params: { reference }, body: { reason: REASON } });
    return reachOf(body);
  } catch {
    // The next fetch asks again.
    return undefined;
  }
};

let isFetching = false;

const fetchFor = async (staffId: string): Promise<void> => {
  const known = new Map(
    (await readKept(staffId).catch(() => undefined))?.rows.map((row) => [row.reference, row]),
  );
  const { body } = await callLight(routes.toAssess);
  const rows: Home[] = [];
  for (const row of body.rows) {
    const reach = known.get(row.reference)?.reach ?? (await openReach(row.reference));
    rows.push({ ...row, place: body.places[row.village], reach });
  }
  // Whoever was signed out meanwhile leaves nothing behind.
  if (officer()?.staffId !== staffId) return;
  const fetched: Homes = { asOf: body.asOf, more: body.more, rows };
  await (await phone()).put('homes', { staffId, asOf: body.asOf, sealed: await seal(staffId, fetched) });
  await tellChange('homes');
};

/** Fetches the homes anew. Never throws: without a network those of before have to do. */
export const fetchHomes = async (): Promise<void> => {
  const staffId = officer()?.staffId;
  if (staffId === undefined || isFetching) return;
  isFetching = true;
  try {
    await fetchFor(staffId);
    setTrouble(undefined);
  } catch (thrown) {
    const code = codeOf(thrown);
    noteProblem(code);
    setTrouble(code);
  } finally {
    isFetching = false;
  }
};
