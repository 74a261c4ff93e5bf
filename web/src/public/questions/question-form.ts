import { useNavigate, useSearchParams } from '@solidjs/router';
import { createMemo, createSignal } from 'solid-js';
import type { FieldMessage } from '../../ui/error-summary.tsx';

export interface QuestionForm {
  readonly messages: () => readonly FieldMessage[];
  readonly errorOf: (name: string) => string | undefined;
  readonly submit: () => void;
  /** Whether the page was opened to change an answer given before. */
  readonly isChange: () => boolean;
}

interface Asked<Problem> {
  /** What stands in the way of leaving the page, in the order of its fields. */
  readonly problems: () => readonly Problem[];
  readonly messagesOf: (problems: readonly Problem[]) => readonly FieldMessage[];
  /** Where to go on. */
  readonly nextPath: (isChange: boolean) => string;
  readonly onLeave?: () => void;
}

/** A link with this mark leads back to the check page when its answer is kept. */
export const asChange = (path: string): string => `${path}?change=1`;

/** Checks the answers of one page on "continue", and leads on when there is nothing to correct. */
export const createQuestionForm = <Problem>(asked: Asked<Problem>): QuestionForm => {
  const navigate = useNavigate();
  const [query] = useSearchParams();
  const [problems, setProblems] = createSignal<readonly Problem[]>([]);
  const messages = createMemo(() => asked.messagesOf(problems()));
  const isChange = (): boolean => query['change'] === '1';
  return {
    messages,
    isChange,
    errorOf: (name) => messages().find((message) => message.name === name)?.message,
    submit: () => {
      const found = asked.problems();
      setProblems(found);
      if (found.length > 0) return;
      asked.onLeave?.();
      navigate(asked.nextPath(isChange()));
    },
  };
};
