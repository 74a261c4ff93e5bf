import { type Component, Show } from 'solid-js';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { CopyButton } from '../../ui/facts.tsx';
import { staffWords } from './staff.words.ts';
import './staff.css';

const { t } = staffWords;

export interface HandedOut {
  readonly loginName: string;
  readonly password: string;
}

/** A first password, shown once: nobody, not even this page, has it after the dialog is closed. */
export const HandedOutDialog: Component<{ handed: HandedOut | undefined; onDone: () => void }> = (props) => (
  <Dialog open={props.handed !== undefined} onClose={props.onDone} title={t('handed.title')}>
    <Show when={props.handed}>
      {(handed) => (
        <div class="stack">
          <p>{t('handed.text')}</p>
          <dl class="handed">
            <dt>{t('handed.login-name')}</dt>
            <dd>{handed().loginName}</dd>
            <dt>{t('handed.password')}</dt>
            <dd>{handed().password}</dd>
          </dl>
          <div class="row">
            <CopyButton text={handed().password} />
            <Button kind="main" onPress={props.onDone}>
              {t('handed.done')}
            </Button>
          </div>
        </div>
      )}
    </Show>
  </Dialog>
);
