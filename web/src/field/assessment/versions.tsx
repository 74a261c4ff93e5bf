import { type Component, Show } from 'solid-js';
import { DescriptionList } from '../../ui/facts.tsx';
import { assessmentFacts, theirFacts } from './home-words.ts';
import { homesWords } from './homes.words.ts';
import type { Theirs, Written } from './written.ts';

const { t } = homesWords;

/** What was found at the home, and how the application stands now, side by side. */
export const Versions: Component<{ written: Pick<Written, 'answers'>; theirs: Theirs | undefined }> = (
  props,
) => (
  <div class="versions">
    <section class="version">
      <h2>{t('versions.yours')}</h2>
      <DescriptionList facts={assessmentFacts(props.written.answers)} />
    </section>
    <section class="version">
      <h2>{t('versions.theirs')}</h2>
      <Show when={props.theirs} fallback={<p>{t('theirs.hidden')}</p>}>
        {(theirs) => <DescriptionList facts={theirFacts(theirs())} />}
      </Show>
    </section>
  </div>
);
