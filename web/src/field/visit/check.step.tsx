import { A, useNavigate } from '@solidjs/router';
import { type Component, createMemo, createSignal, Show } from 'solid-js';
import { Button } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { DescriptionList } from '../../ui/facts.tsx';
import { Alert } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { fieldWords } from '../field.words.ts';
import type { Draft } from './draft.ts';
import { checkVisit } from './entry.ts';
import { factsOf } from './facts-of.ts';
import { messagesOf } from './messages-of.ts';
import { saveVisit } from './saving.ts';

const { t } = fieldWords;

/** Everything once more, and the one button that writes it down. */
export const CheckStep: Component<{ draft: Draft }> = (props) => {
  const navigate = useNavigate();
  const [isBusy, setBusy] = createSignal(false);
  const [isFull, setFull] = createSignal(false);
  const checked = createMemo(() => checkVisit(props.draft.current()));
  const save = async (): Promise<void> => {
    const { visit } = checked();
    if (visit === undefined || isBusy()) return;
    setBusy(true);
    setFull(false);
    try {
      const { entryId } = await saveVisit(props.draft.current(), visit);
      navigate(`/field/entries/${entryId}?saved=1`, { replace: true });
    } catch {
      setFull(true);
    } finally {
      setBusy(false);
    }
  };
  const photoCount = (): number =>
    props.draft.photos('visit').length +
    props.draft.answers().issues.reduce((sum, _, at) => sum + props.draft.photos(at).length, 0);
  return (
    <>
      <A class="visit-back" href={`${props.draft.path}/answers`}>
        {t('visit.change')}
      </A>
      <ErrorSummary errors={messagesOf(checked().problems).map(({ message }) => ({ name: '', message }))} />
      <PageHeader title={t('check.title')} />
      <Show when={isFull()}>
        <Alert title={t('check.not-saved')}>{t('check.full')}</Alert>
      </Show>
      <DescriptionList facts={factsOf(props.draft.answers(), photoCount())} />
      <div class="field-actions">
        <Show
          when={checked().visit}
          fallback={
            <A class="button" data-kind="main" href={`${props.draft.path}/answers`}>
              {t('visit.change')}
            </A>
          }
        >
          <Button kind="main" busy={isBusy()} onPress={() => void save()}>
            {isBusy() ? t('check.saving') : t('check.save')}
          </Button>
        </Show>
      </div>
    </>
  );
};
