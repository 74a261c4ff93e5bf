import { Navigate } from '@solidjs/router';
import { type Component, Show } from 'solid-js';
import { thingReaders } from '../../../../functions/services/services.actions.ts';
import { useDesk } from '../shell/desk.ts';

/** The line of the rail leads to the ledger that is opened most; who opens none, to what they came to. */
export const ServicesPage: Component = () => {
  const desk = useDesk();
  return (
    <Show when={desk.session()}>
      <Navigate
        href={desk.keepNode(
          desk.holds(...thingReaders) ? '/admin/services/devices' : '/admin/services/figures',
        )}
      />
    </Show>
  );
};
