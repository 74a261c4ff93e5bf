/** Bytes; room for some twenty visits with photos. */
const LITTLE = 20_000_000;

/** Asks the browser not to clear the phone's memory of the app by itself; some browsers ask the person. */
export const askToKeep = async (): Promise<void> => {
  // Absent on plain http; a refusal changes nothing but how safe the memory is.
  await navigator.storage?.persist?.().catch(() => false);
};

/** Whether the browser has promised not to clear it by itself. */
export const isKeptForGood = async (): Promise<boolean> =>
  (await navigator.storage?.persisted?.().catch(() => false)) ?? false;

/** Whether there is hardly room left for what will be written; false where the browser does not tell. */
export const isSpaceShort = async (): Promise<boolean> => {
  const { quota, usage } = (await navigator.storage?.estimate?.().catch(() => undefined)) ?? {};
  return quota !== undefined && usage !== undefined && quota - usage < LITTLE;
};
