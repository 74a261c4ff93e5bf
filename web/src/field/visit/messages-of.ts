import type { FieldProblem } from '../../../../functions/platform/contract/problems.ts';
import { fieldWords } from '../field.words.ts';
import type { words } from '../field.zh.ts';
import { fieldMessage } from '../messages.ts';

const { t } = fieldWords;

/** The fields by the end of their path, each with the words of its label. */
const labels = {
  met: 'met.label',
  satisfaction: 'satisfaction.label',
  views: 'views.label',
  materials: 'materials.label',
  photos: 'photos.label',
  note: 'note.label',
  'appointment.day': 'appointment.day',
  'appointment.slot': 'appointment.slot',
  category: 'issue.category',
  what: 'issue.what',
  place: 'issue.place',
  'reporter.who': 'issue.who',
  'reporter.name': 'issue.name',
  'reporter.phone': 'issue.phone',
  consent: 'issue.consent',
} as const satisfies Readonly<Record<string, keyof typeof words>>;

const isLabelled = (name: string): name is keyof typeof labels => Object.hasOwn(labels, name);

export interface AnswerMessage {
  /** The field's name in the form. */
  readonly name: string;
  /** Out of its place: with the field's label, and which issue it is. */
  readonly message: string;
  /** At the field itself. */
  readonly short: string;
}

/** Chosen, not written. */
const choices: readonly string[] = ['met', 'category', 'reporter.who', 'appointment.slot'];

const ofIssue = /^issues\.(\d+)\.(.+)$/;

/** What is wrong with the answers, for the summary and for the fields. */
export const messagesOf = (problems: readonly FieldProblem[]): readonly AnswerMessage[] =>
  problems.map((problem) => {
    const [, at, rest = problem.path] = ofIssue.exec(problem.path) ?? [];
    const isUnchosen = problem.code === 'field.required' && choices.includes(rest);
    const short = isUnchosen ? t('field.choose') : fieldMessage(problem);
    if (!isLabelled(rest)) return { name: problem.path, message: short, short };
    const label = t(labels[rest]);
    const message =
      at === undefined
        ? t('labelled', { label, message: short })
        : t('labelled.issue', { n: Number(at) + 1, label, message: short });
    return { name: problem.path, message, short };
  });
