import type { Translation } from '../../lib/i18n/i18n.ts';
import type { words as zh } from './inspections.problems.zh.ts';

export const words = {
  'inspection.not_found': 'There is no inspection with this number.',
  'inspection.node_unknown': 'There is no such district, town or village, or nobody visits there.',
  'inspection.too_wide': 'There are too many villages for so many days. Choose fewer days or a smaller area.',
  'inspection.population_empty': 'There were no visits in this area on these days.',
  'inspection.not_drawn': 'This inspection was started already.',
  'inspection.not_running': 'Checks are recorded while an inspection is running.',
  'inspection.unchecked': 'Some visits of the sample have not been checked. “Cannot tell” is an answer too.',
  'inspection.checks_changed':
    'A check was changed while the inspection was being finished. Look at it and finish again.',
  'inspection.check_not_found': 'There is no visit with this number in the sample.',
  'inspection.own_visit': 'Nobody checks a visit of their own.',
  'inspection.rectification_underway':
    'What was found here has already been reported as put right. Decide on that before changing the check.',
  'rectification.not_found': 'There is no rectification with this number.',
  'rectification.transition_not_allowed': 'The rectification is not in a state in which this can be done.',
  'rectification.not_yours': 'It is for whoever is responsible, or the lead of the village, to report this.',
  'rectification.own_work': 'Nobody decides on what they put right themselves.',
  'rectification.returns_full':
    'It was sent back ten times already. Accept it, or withdraw it by changing the check.',
} as const satisfies Translation<typeof zh>;
