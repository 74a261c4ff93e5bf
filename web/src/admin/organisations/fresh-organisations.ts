import { revalidate } from '@solidjs/router';
import { createSignal } from 'solid-js';
import { type OrganisationNode, readTree } from '../queries.ts';
import { forgetWithWorker } from '../session/memory.ts';

const [fresh, setFresh] = createSignal<ReadonlyMap<string, OrganisationNode>>(new Map());
forgetWithWorker(() => setFresh(new Map<string, OrganisationNode>()));

/** The tree may be a minute old; an organisation this browser has just changed must not be. */
export const showChangedOrganisation = (node: OrganisationNode): void => {
  setFresh((before) => new Map(before).set(node.path, node));
  void revalidate(readTree.key);
};

/** The tree with what this browser changed laid over it, where that is newer. */
export const withChangedOrganisations = (nodes: readonly OrganisationNode[]): readonly OrganisationNode[] => {
  const known = new Set(nodes.map(({ path }) => path));
  return [
    ...nodes.map((node) => {
      const newer = fresh().get(node.path);
      return newer !== undefined && newer.version > node.version ? newer : node;
    }),
    ...[...fresh().values()].filter(({ path }) => !known.has(path)),
  ];
};
