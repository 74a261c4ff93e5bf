import { Navigate } from '@solidjs/router';
import type { Component } from 'solid-js';
import { useDesk } from '../shell/desk.ts';

/** The line of the rail leads to the ledger that is opened most. */
export const ServicesPage: Component = () => {
  const desk = useDesk();
  return <Navigate href={desk.keepNode('/admin/services/devices')} />;
};
