import { organisationProjector, staffProjector } from '../access/access.projector.ts';
import { issueProjector } from '../issues/issues.projector.ts';
import { anyProjector } from './projections.usecases.ts';

/** Every noun's lists and figures. */
export const projectors = [
  anyProjector(organisationProjector),
  anyProjector(staffProjector),
  anyProjector(issueProjector),
];
