import { toldOf } from '../checks/checks.words.ts';
import type { Finding, OpenFinding } from '../findings/findings.states.ts';
import { findingType } from '../findings/findings.store.ts';
import { trailOf } from '../platform/contract/node-path.ts';
import { isLocalDate } from '../platform/runtime/time.ts';
import type { Tiding } from './messages.words.ts';
import type { Audience, Teller, Telling } from './telling.ts';

const whoAnswers = ({ check, answers, facts }: Finding): Audience => ({
  ...{ ...answers, roles: toldOf(check, facts), upwards: 'instead' },
});

const lead = (node: string): Audience => ({ node, roles: ['lead'], upwards: 'overseeing' });

/** Whoever leads the department, where somebody does. */
const head = (node: string): Audience => ({ node, roles: ['lead'], upwards: 'nowhere' });

const supervision = (node: string): Audience => ({ node, roles: ['supervisor'], upwards: 'overseeing' });

const districtOf = (node: string): string => trailOf(node)[0] ?? node;

const dueDateOf = ({ facts }: Finding) => {
  const dueDate = facts['dueDate'];
  return typeof dueDate === 'string' && isLocalDate(dueDate) ? dueDate : undefined;
};

const levelTidings = {
  supervision: 'finding-supervision',
  criticism: 'finding-criticism',
} as const satisfies Partial<Record<OpenFinding['level'], Tiding>>;

/**
 * Found, and found to be worse: whoever answers for it. Gone on to those above: whoever leads the place and the
 * department, and supervision. An exception that is over: whoever answers, and supervision.
 */
const tellingsOf = (id: string, finding: Finding): Telling[] => {
  if (finding.state !== 'open') return [];
  const { check, node, answers, since, severity, level, times } = finding;
  const telling = (tiding: Tiding, what: string, to: readonly Audience[]): Telling => ({
    ...{ tiding, about: { kind: 'FINDING', id }, subject: check, node, since, by: dueDateOf(finding) },
    ...{ what: `${times} ${what}`, to },
  });
  const { restedUntil } = finding;
  return [
    telling(`finding-${severity}`, severity, [whoAnswers(finding)]),
    ...(level === 'answering'
      ? []
      : [
          telling(levelTidings[level], level, [
            lead(node),
            head(answers.node),
            // What may be criticised is the district's to decide.
            supervision(level === 'criticism' ? districtOf(node) : node),
          ]),
        ]),
    ...(restedUntil === undefined
      ? []
      : [telling('finding-back', `back ${restedUntil}`, [whoAnswers(finding), supervision(node)])]),
  ];
};

export const findingTeller: Teller<Finding> = {
  type: findingType,
  tell: ({ id, state }) => tellingsOf(id, state),
};
