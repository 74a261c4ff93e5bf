import { revalidate } from '@solidjs/router';
import { createSignal } from 'solid-js';
import { type OrganisationNode, readTree } from '../queries.ts';
import { forgetWithWorker } from '../session/memory.ts';

const [changed, setChanged] = createSignal<ReadonlyMap<string, OrganisationNode>>(new Map());
forgetWithWorker(() => setChanged(new Map<string, OrganisationNode>()));

/** By path, the organisations this browser has changed. */
export const changedOrganisations = changed;

/** The tree may be a minute old; an organisation this browser has just changed must not be. */
export const showChangedOrganisation = (node: OrganisationNode): void => {
  setChanged((before) => new Map(before).set(node.path, node));
  void revalidate(readTree.key);
};

/** The tree, by path, with what this browser changed laid over it where that is newer. */
export const organisationsByPath = (
  nodes: readonly OrganisationNode[],
  newer: ReadonlyMap<string, OrganisationNode>,
): ReadonlyMap<string, OrganisationNode> => {
  const byPath = new Map(nodes.map((node) => [node.path, node]));
  for (const node of newer.values()) {
    if (node.version > (byPath.get(node.path)?.version ?? 0)) byPath.set(node.path, node);
  }
  return byPath;
};
