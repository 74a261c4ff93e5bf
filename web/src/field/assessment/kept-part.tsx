import { useNavigate } from '@solidjs/router';
import { type Component, createResource, createSignal, Match, Show, Switch } from 'solid-js';
import { formatReference } from '../../../../functions/platform/contract/reference.rules.ts';
import { formatMoment } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { confirm } from '../../ui/dialog.tsx';
import { DescriptionList } from '../../ui/facts.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { fieldWords } from '../field.words.ts';
import type { KeptAssessment } from '../phone/kept.ts';
import { AssessmentFormPart } from './assessment-form.tsx';
import { discardAssessment } from './assessments.ts';
import { exportAssessments } from './export.ts';
import { openForm, reopen, sendAgain } from './form.ts';
import { assessmentFacts, reasonOf, titleOf } from './home-words.ts';
import type { Home } from './homes.ts';
import { homesWords } from './homes.words.ts';
import { Versions } from './versions.tsx';
import { openWritten, type Theirs } from './written.ts';

const { t } = homesWords;
const field = fieldWords.t;

/** An assessment after it was saved: on the phone, with the service, or refused with both versions side by side. */
export const KeptPart: Component<{ kept: KeptAssessment; listed: Home | undefined }> = (props) => {
  const [written] = createResource(() => props.kept, openWritten);
  const title = (): string => {
    const home = props.listed ?? written.latest?.home;
    return home === undefined
      ? t('title.reference', { reference: formatReference(props.kept.reference) })
      : titleOf(home);
  };
  return (
    <div class="stack-large">
      <PageHeader title={title()} lead={t('form.title')} />
      <div role="status">
        <Switch>
          <Match when={props.kept.phase === 'waiting'}>
            <Notice tone="ok" title={field('entry.saved')}>
              <p>{field('entry.saved.text')}</p>
            </Notice>
          </Match>
          <Match when={props.kept.sentAt}>
            {(when) => (
              <Notice tone="ok" title={field('entry.sent.title')}>
                <p>{t('sent.text', { when: formatMoment(when(), language()) })}</p>
              </Notice>
            )}
          </Match>
          <Match when={props.kept.refusal}>
            {(refusal) => (
              <Notice tone="bad" title={field('entry.refused.title')}>
                <p>{reasonOf(refusal().code, written.latest?.theirs)}</p>
                <p>{t('refused.kept')}</p>
              </Notice>
            )}
          </Match>
        </Switch>
      </div>
      <Show when={written.latest}>
        {(known) => (
          <Show
            when={props.kept.phase === 'refused'}
            fallback={<DescriptionList facts={assessmentFacts(known().answers)} />}
          >
            <Versions written={known()} theirs={known().theirs} />
          </Show>
        )}
      </Show>
      <Show when={props.kept.phase !== 'sent'}>
        <Actions kept={props.kept} listed={props.listed} theirs={written.latest?.theirs} />
      </Show>
    </div>
  );
};

/** What the assessor can still do about it. */
const Actions: Component<{ kept: KeptAssessment; listed: Home | undefined; theirs: Theirs | undefined }> = (
  props,
) => {
  const navigate = useNavigate();
  const [isStuck, setStuck] = createSignal(false);
  const [isChanging, setChanging] = createSignal(false);
  const isRefused = (): boolean => props.kept.phase === 'refused';
  const mayAssess = (): boolean => props.theirs?.mayAssess ?? props.listed !== undefined;
  const again = (): Promise<void> =>
    sendAgain(props.kept, props.theirs?.version ?? props.listed?.version ?? props.kept.version);
  const change = async (): Promise<void> => {
    if (isRefused()) setChanging(true);
    else setStuck(!(await reopen(props.kept.entryId)));
  };
  const remove = async (): Promise<void> => {
    const isMeant = await confirm({
      title: t('discard.title', { reference: formatReference(props.kept.reference) }),
      text: field('discard.text'),
      confirmLabel: field('discard.do'),
      danger: true,
    });
    if (!isMeant) return;
    await discardAssessment(props.kept.entryId);
    navigate('/field/outbox');
  };
  return (
    <section class="stack">
      <Show when={isStuck()}>
        <Notice tone="warn">{field('entry.set-off')}</Notice>
      </Show>
      <Show when={isChanging()}>
        <Correcting kept={props.kept} listed={props.listed} />
      </Show>
      <div class="row">
        <Show when={isRefused()}>
          <Button kind={mayAssess() ? 'main' : 'second'} onPress={() => void again()}>
            {t(mayAssess() ? 'act.again' : 'act.check')}
          </Button>
        </Show>
        <Show when={(isRefused() || props.kept.tries === 0) && !isChanging()}>
          <Button onPress={() => void change()}>{t('act.change')}</Button>
        </Show>
        <Button onPress={() => void exportAssessments([props.kept])}>{field('export.one')}</Button>
        <Show when={props.kept.exportedAt !== undefined}>
          <Button kind="danger" onPress={() => void remove()}>
            {field('discard.do')}
          </Button>
        </Show>
      </div>
      <Show when={props.kept.exportedAt === undefined}>
        <p class="soft">{field('discard.first')}</p>
      </Show>
    </section>
  );
};

/** What was refused stays as it is in the outbox until it is saved again. */
const Correcting: Component<{ kept: KeptAssessment; listed: Home | undefined }> = (props) => {
  const [form] = createResource(() => openForm(props.kept.staffId, props.kept, props.listed));
  return <Show when={form()}>{(open) => <AssessmentFormPart form={open()} isBegun={false} />}</Show>;
};
