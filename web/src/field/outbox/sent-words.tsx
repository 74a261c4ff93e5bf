import { type Component, createResource, For, Show } from 'solid-js';
import { formatReference } from '../../../../functions/platform/contract/reference.rules.ts';
import { callLight } from '../../api/client.ts';
import { formatMoment } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { DescriptionList } from '../../ui/facts.tsx';
import { Notice } from '../../ui/notice.tsx';
import { fieldWords } from '../field.words.ts';
import { officer } from '../officer/officer.ts';
import type { SentEntry } from '../phone/kept.ts';
import { type Conflict, type Outcome, routes } from '../service.ts';

const { t } = fieldWords;

/** The service has it: the issues' references for the household, and what contradicts it. */
export const SentWords: Component<{ entry: SentEntry }> = (props) => (
  <>
    <div role="status">
      <Notice tone="ok" title={t('entry.sent.title')}>
        <p>{t('entry.sent.text', { when: formatMoment(props.entry.sentAt, language()) })}</p>
      </Notice>
    </div>
    <Show when={props.entry.conflict}>
      {(conflict) => <ConflictWords conflict={conflict()} entry={props.entry} />}
    </Show>
    <Show when={props.entry.issues.length > 0}>
      <section>
        <h2>{t('entry.issues')}</h2>
        <p class="soft">{t('entry.issues.hint')}</p>
        <For each={props.entry.issues}>
          {(issue) => (
            <DescriptionList
              facts={[
                { term: t('entry.reference'), value: formatReference(issue.reference) },
                { term: t('entry.code'), value: issue.code },
              ]}
            />
          )}
        </For>
      </section>
    </Show>
  </>
);

/** What the other one recorded; known only with a network, and only to who may read it. */
const readOutcome = async (visit: string): Promise<Outcome | undefined> => {
  try {
    return (await callLight(routes.read, { params: { visit } })).body.outcome;
  } catch {
    return undefined;
  }
};

/** Both versions, side by side; which of them counts is the lead's to say. */
const ConflictWords: Component<{ conflict: Conflict; entry: SentEntry }> = (props) => {
  const [outcome] = createResource(() => props.conflict.other?.visit, readOutcome);
  return (
    <section class="stack">
      <Notice tone="warn" title={t(`conflict.${props.conflict.kind}`)}>
        <Show when={props.conflict.assignee}>
          {(person) => <p>{t('conflict.assignee', { name: person().name })}</p>}
        </Show>
        <p>{t('conflict.text')}</p>
      </Notice>
      <div class="versions">
        <Version
          title={t('conflict.yours')}
          by={officer()?.name ?? ''}
          at={props.entry.at}
          outcome={props.entry.outcome}
        />
        <Show when={props.conflict.other}>
          {(other) => (
            <Version
              title={t('conflict.other')}
              by={other().by.name}
              at={other().at}
              outcome={outcome.latest}
            />
          )}
        </Show>
      </div>
    </section>
  );
};

const Version: Component<{ title: string; by: string; at: string; outcome: Outcome | undefined }> = (
  props,
) => (
  <section class="version">
    <h2>{props.title}</h2>
    <DescriptionList
      facts={[
        { term: t('conflict.by'), value: props.by },
        { term: t('conflict.at'), value: formatMoment(props.at, language()) },
        ...(props.outcome === undefined
          ? []
          : [{ term: t('outcome.label'), value: t(`outcome.${props.outcome}`) }]),
      ]}
    />
  </section>
);
