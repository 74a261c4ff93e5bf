import { useNavigate, useSearchParams } from '@solidjs/router';
import { createEffect, createMemo, createSignal, on } from 'solid-js';
import type { FieldMessage } from '../../ui/error-summary.tsx';
import { asChange } from '../questions/question-form.ts';

/** Something that keeps a page from being left, at its field. */
export type Lack = FieldMessage;

interface FlowOptions<S extends string> {
  /** In the order they are asked; the last one shows the answers before they are sent. */
  readonly steps: readonly [S, ...S[]];
  readonly base: string;
  /** The last part of the address; undefined on the first page. */
  readonly at: () => string | undefined;
  readonly lacksOf: (step: S) => readonly Lack[];
  readonly hasReceipt: () => boolean;
}

export interface Flow<S extends string> {
  /** Undefined while somebody who came too far is led back. */
  readonly step: () => S | 'done' | undefined;
  readonly n: () => number;
  readonly of: number;
  readonly messages: () => readonly FieldMessage[];
  readonly errorOf: (name: string) => string | undefined;
  readonly isChange: () => boolean;
  readonly backHref: () => string | undefined;
  readonly changeHref: (step: S) => string;
  /** Leads on when nothing is lacking. */
  readonly next: () => void;
  readonly goTo: (step: S | 'done', how?: 'change') => void;
}

/** The pages of a form, one thing each; nobody reaches one ahead of the questions before it. */
export const createFlow = <S extends string>(options: FlowOptions<S>): Flow<S> => {
  const { steps, base, at, lacksOf, hasReceipt } = options;
  const [first] = steps;
  const check = steps.at(-1) ?? first;
  const navigate = useNavigate();
  const [query] = useSearchParams();
  const [messages, setMessages] = createSignal<readonly FieldMessage[]>([]);
  const pathOf = (step: S | 'done'): string => (step === first ? base : `${base}/${step}`);
  const changeHref = (step: S): string => asChange(pathOf(step));
  const isChange = (): boolean => query['change'] === '1';
  const asked = (): S | 'done' | undefined =>
    at() === undefined ? first : at() === 'done' ? 'done' : steps.find((step) => step === at());
  const unanswered = (): S => steps.find((step) => lacksOf(step).length > 0) ?? check;
  /** Where somebody belongs instead, if elsewhere. */
  const elsewhere = createMemo((): S | 'done' | undefined => {
    const step = asked();
    if (step === 'done') return hasReceipt() ? undefined : unanswered();
    if (step === undefined) return first;
    if (steps.indexOf(step) <= steps.indexOf(unanswered())) return undefined;
    // Back from the receipt: the pages before it are empty by now.
    return hasReceipt() && unanswered() === first ? 'done' : unanswered();
  });
  createEffect(() => {
    const step = elsewhere();
    if (step !== undefined) navigate(pathOf(step), { replace: true });
  });
  createEffect(on(asked, () => setMessages([]), { defer: true }));
  const step = (): S | 'done' | undefined => (elsewhere() === undefined ? asked() : undefined);
  const index = (): number => {
    const now = step();
    return now === undefined || now === 'done' ? -1 : steps.indexOf(now);
  };
  const goTo = (to: S | 'done', how?: 'change'): void =>
    navigate(to !== 'done' && how === 'change' ? changeHref(to) : pathOf(to));
  return {
    step,
    n: () => index() + 1,
    of: steps.length,
    messages,
    errorOf: (name) => messages().find((message) => message.name === name)?.message,
    isChange,
    backHref: () => {
      const before = isChange() ? check : steps[index() - 1];
      return before === undefined ? undefined : pathOf(before);
    },
    changeHref,
    next: () => {
      const now = asked();
      if (now === undefined || now === 'done') return;
      const lacks = lacksOf(now);
      setMessages(lacks);
      if (lacks.length === 0) goTo(isChange() ? check : (steps[index() + 1] ?? check));
    },
    goTo,
  };
};
