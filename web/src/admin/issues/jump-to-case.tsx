import { useNavigate } from '@solidjs/router';
import { type Component, createSignal } from 'solid-js';
import * as v from 'valibot';
import { fieldProblems } from '../../../../functions/platform/contract/fields.ts';
import { referenceSchema } from '../../../../functions/platform/contract/reference.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { fieldMessage } from '../messages/messages.ts';
import { useDesk } from '../shell/desk.ts';
import { issuesWords } from './issues.words.ts';

const { t } = issuesWords;

/** From a reference on a note or on the phone straight to the case; a slip is told before anything is asked. */
export const JumpToCase: Component = () => {
  const desk = useDesk();
  const navigate = useNavigate();
  const [typed, setTyped] = createSignal('');
  const [error, setError] = createSignal<string>();
  const jump = (event: SubmitEvent): void => {
    event.preventDefault();
    const reference = v.safeParse(referenceSchema, typed());
    if (reference.success) {
      navigate(desk.keepNode(`/admin/issues/${reference.output}`));
      return;
    }
    const [problem] = fieldProblems(reference.issues);
    setError(problem && fieldMessage(problem.code, problem.n));
    document.getElementById('field-jump')?.focus();
  };
  return (
    <form class="jump no-print" noValidate onSubmit={jump}>
      <TextField
        name="jump"
        label={t('ledger.jump')}
        type="search"
        value={typed()}
        onInput={(value) => {
          setTyped(value);
          setError(undefined);
        }}
        error={error()}
        width="medium"
      />
      <Button type="submit">{t('ledger.jump.go')}</Button>
    </form>
  );
};
