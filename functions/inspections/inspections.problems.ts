import { defineProblems, problemFactory } from '../platform/contract/problems.ts';
import { missingProblems } from './inspections-missing.problems.ts';

export const inspectionProblems = defineProblems({
  ...missingProblems,
  'inspection.not_found': { status: 404, title: 'There is no inspection with this number.' },
  'inspection.node_unknown': {
    status: 422,
    title: 'There is no such district, town or village, or nobody visits there.',
  },
  'inspection.too_wide': {
    status: 422,
    title: 'There are too many villages for so many days. Choose fewer days or a smaller area.',
  },
  'inspection.population_empty': { status: 422, title: 'There were no visits in this area on these days.' },
  'inspection.not_drawn': { status: 409, title: 'This inspection was started already.' },
  'inspection.not_running': { status: 409, title: 'Checks are recorded while an inspection is running.' },
  'inspection.unchecked': {
    status: 409,
    title: 'Some visits of the sample have not been checked. “Cannot tell” is an answer too.',
  },
  'inspection.checks_changed': {
    status: 409,
    title: 'A check was changed while the inspection was being finished. Look at it and finish again.',
  },
  'inspection.own_visit': { status: 403, title: 'Nobody checks a visit of their own.' },
  'inspection.rectification_underway': {
    status: 409,
    title:
      'What was found here has already been reported as put right. Decide on that before changing the check.',
  },
  'rectification.transition_not_allowed': {
    status: 409,
    title: 'The rectification is not in a state in which this can be done.',
  },
  'rectification.not_yours': {
    status: 403,
    title: 'It is for whoever is responsible, or the lead of the village, to report this.',
  },
  'rectification.own_work': { status: 403, title: 'Nobody decides on what they put right themselves.' },
  'rectification.returns_full': {
    status: 409,
    title: 'It was sent back ten times already. Accept it, or withdraw it by changing the check.',
  },
});

export type InspectionRefusal = keyof typeof inspectionProblems;
export const inspectionProblem = problemFactory(inspectionProblems);
