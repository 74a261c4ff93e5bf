import { A, useNavigate } from '@solidjs/router';
import { type Component, For, Show } from 'solid-js';
import { visitOutcomes } from '../../../../functions/visits/visits.words.ts';
import { Button } from '../../ui/button.tsx';
import { confirm } from '../../ui/dialog.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { fieldWords } from '../field.words.ts';
import type { Outcome } from '../service.ts';
import type { Draft } from './draft.ts';

const { t } = fieldWords;

/** The one question every door has: one press, and the rest follows from it. */
export const OutcomeStep: Component<{ draft: Draft }> = (props) => {
  const navigate = useNavigate();
  const choose = (outcome: Outcome): void => {
    props.draft.change({ outcome });
    navigate(`${props.draft.path}/answers`);
  };
  const drop = async (): Promise<void> => {
    const isMeant = await confirm({
      title: t('visit.drop.title'),
      text: t('visit.drop.text'),
      confirmLabel: t('visit.drop'),
      danger: true,
    });
    if (!isMeant) return;
    await props.draft.drop();
    navigate('/field');
  };
  return (
    <>
      <A class="visit-back" href="/field">
        {t('visit.to-round')}
      </A>
      <PageHeader title={t('outcome.title')} />
      <div class="outcomes">
        <For each={visitOutcomes}>
          {(outcome) => (
            <button
              type="button"
              class="outcome"
              aria-pressed={props.draft.answers().outcome === outcome}
              onClick={() => choose(outcome)}
            >
              {t(`outcome.${outcome}`)}
              <span class="outcome-hint">{t(`outcome.${outcome}.hint`)}</span>
            </button>
          )}
        </For>
      </div>
      <Show when={props.draft.current().at !== undefined}>
        <div class="field-actions">
          <Button kind="quiet" onPress={() => void drop()}>
            {t('visit.drop')}
          </Button>
        </div>
      </Show>
    </>
  );
};
