import { createEffect, createMemo, createSignal, onCleanup } from 'solid-js';

/**
 * What is read for a part of a form that is on the page already. Unlike `createAsync` it makes nobody wait: a dialog
 * would leave the document for that moment.
 */
export const createLate = <Out>(
  wanted: () => string | undefined,
  load: (wanted: string) => Promise<Out>,
): (() => Out | undefined) => {
  const [value, setValue] = createSignal<Out>();
  const key = createMemo(wanted);
  createEffect(() => {
    const asked = key();
    let isCurrent = true;
    onCleanup(() => {
      isCurrent = false;
    });
    setValue(undefined);
    if (asked === undefined || asked === '') return;
    // Without it there is less to choose from; sending the form tells what is wrong.
    load(asked).then(
      (out) => isCurrent && setValue(() => out),
      () => undefined,
    );
  });
  return value;
};
