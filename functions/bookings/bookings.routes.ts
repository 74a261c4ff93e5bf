import type { Cursors } from '../platform/http/cursor.ts';
import { enrolmentRoutes, type StaffHandlers } from './enrolments.routes.ts';
import { roomRoutes } from './rooms.routes.ts';
import type { RoomDependencies } from './rooms.usecases.ts';

export const bookingsRoutes = (deps: RoomDependencies, cursors: Cursors): StaffHandlers => ({
  ...enrolmentRoutes(deps, cursors),
  ...roomRoutes(deps, cursors),
});
