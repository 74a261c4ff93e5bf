import { createStore } from 'solid-js/store';
import type { PersonRow } from './campaigns.queries.ts';

interface Pick {
  readonly takes: boolean;
  readonly areas: readonly string[];
}

const asUsual: Pick = { takes: true, areas: [] };

export interface PeoplePicks {
  takes: (staffId: string) => boolean;
  areasOf: (staffId: string) => readonly string[];
  take: (staffId: string, takes: boolean) => void;
  giveArea: (staffId: string, area: string, has: boolean) => void;
  /** In the shape the contract takes. */
  chosen: () => { staffId: string; areas: string[] }[];
}

/** Who takes part, and in which areas first; everybody takes part until taken out. */
export const createPicks = (people: () => readonly PersonRow[]): PeoplePicks => {
  const [picks, setPicks] = createStore<Record<string, Pick>>({});
  const pickOf = (staffId: string): Pick => picks[staffId] ?? asUsual;
  return {
    takes: (staffId) => pickOf(staffId).takes,
    areasOf: (staffId) => pickOf(staffId).areas,
    take: (staffId, takes) => setPicks(staffId, { ...pickOf(staffId), takes }),
    giveArea: (staffId, area, has) => {
      const others = pickOf(staffId).areas.filter((each) => each !== area);
      setPicks(staffId, { ...pickOf(staffId), areas: has ? [...others, area] : others });
    },
    chosen: () =>
      people()
        .filter(({ staffId }) => pickOf(staffId).takes)
        .map(({ staffId }) => ({ staffId, areas: [...pickOf(staffId).areas] })),
  };
};
