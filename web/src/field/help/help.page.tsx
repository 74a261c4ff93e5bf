import { type Component, createResource, createSignal, Show } from 'solid-js';
import { callLight, codeOf } from '../../api/client.ts';
import { Button } from '../../ui/button.tsx';
import { confirm } from '../../ui/dialog.tsx';
import { DescriptionList } from '../../ui/facts.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { showToast } from '../../ui/toast.tsx';
import { unsentAssessments } from '../assessment/assessments.ts';
import { fieldWords } from '../field.words.ts';
import { problemMessage } from '../messages.ts';
import { assesses, forgetOfficer, officer } from '../officer/officer.ts';
import { exportAll } from '../outbox/entry-actions.tsx';
import { entries } from '../outbox/outbox.ts';
import { isKeptForGood, isSpaceShort } from '../phone/space.ts';
import { routes } from '../service.ts';
import { isKept } from '../worker/registration.ts';
import { clearPhone, clearUnsent } from './clearing.ts';

const { t } = fieldWords;

/** How it works, how safe what is on the phone is, and how to take it off the phone. */
export const HelpPage: Component = () => {
  const [isForGood] = createResource(isKeptForGood);
  const [isShort] = createResource(isSpaceShort);
  return (
    <>
      <PageHeader title={t('help.title')} />
      <div class="stack-large">
        <section class="stack">
          <p>{t('help.offline')}</p>
          <p>{t('help.install')}</p>
          <p>{t('help.privacy')}</p>
          <Show when={assesses()}>
            <p>{t('help.privacy.homes')}</p>
          </Show>
          <DescriptionList
            facts={[
              { term: t('help.kept'), value: isKept() ? t('help.yes') : t('help.not-yet') },
              { term: t('help.for-good'), value: isForGood.latest ? t('help.yes') : t('help.no-promise') },
              { term: t('help.space'), value: isShort.latest ? t('space.short') : t('help.enough') },
            ]}
          />
        </section>
        <Show when={officer()}>
          {(who) => (
            <section class="stack">
              <h2>{t('help.account')}</h2>
              <p>{t('help.signed-in', { name: who().name })}</p>
              <SignOut />
            </section>
          )}
        </Show>
        <Clearing />
      </div>
    </>
  );
};

const SignOut: Component = () => {
  const [isBusy, setBusy] = createSignal(false);
  const signOut = async (): Promise<void> => {
    setBusy(true);
    try {
      await callLight(routes.signOut);
      await clearPhone();
      await forgetOfficer();
    } catch (thrown) {
      showToast(problemMessage(codeOf(thrown)), 'bad');
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <p class="soft">{t('help.sign-out.hint')}</p>
      <Button busy={isBusy()} onPress={() => void signOut()}>
        {t('help.sign-out')}
      </Button>
    </>
  );
};

/** Rounds and sent visits go at a word; what is nowhere else only after a file was made and a second question. */
const Clearing: Component = () => {
  const clear = async (): Promise<void> => {
    if (!(await confirm({ title: t('clear.title'), text: t('clear.text'), confirmLabel: t('clear.do') }))) {
      return;
    }
    await clearPhone();
    showToast(t('clear.done'));
  };
  const unsent = () => [...entries(), ...unsentAssessments()];
  const mayClearUnsent = (): boolean => unsent().every(({ exportedAt }) => exportedAt !== undefined);
  const clearRest = async (): Promise<void> => {
    const isMeant = await confirm({
      title: t('clear.unsent.title', { n: unsent().length }),
      text: t('discard.text'),
      confirmLabel: t('clear.unsent'),
      danger: true,
    });
    if (!isMeant) return;
    await clearUnsent();
    showToast(t('clear.done'));
  };
  return (
    <section class="stack">
      <h2>{t('clear.heading')}</h2>
      <p>{t('clear.hint')}</p>
      <Button onPress={() => void clear()}>{t('clear.do')}</Button>
      <Show when={unsent().length > 0}>
        <p>{t('clear.unsent.hint', { n: unsent().length })}</p>
        <div class="row">
          <Button onPress={() => void exportAll()}>{t('export.all')}</Button>
          <Show when={mayClearUnsent()}>
            <Button kind="danger" onPress={() => void clearRest()}>
              {t('clear.unsent')}
            </Button>
          </Show>
        </div>
      </Show>
    </section>
  );
};
