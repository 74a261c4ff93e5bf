import { createAsync } from '@solidjs/router';
import { type Component, Show } from 'solid-js';
import { SlotBoundary } from '../../shell/desk-boundary.tsx';
import { issuesWords } from '../issues.words.ts';
import { leadFor, readOwners } from './owners.queries.ts';

const { t } = issuesWords;

interface LeadOfficialProps {
  department: string;
  /** Where the issue is. */
  place: string;
}

const Lead: Component<LeadOfficialProps> = (props) => {
  const owners = createAsync(() => readOwners());
  return (
    <Show when={leadFor(owners() ?? [], props.department, props.place)}>
      {(name) => <p class="soft">{t('case.lead', { name: name() })}</p>}
    </Show>
  );
};

/** Who answers for a place in a department's name, if anybody was named; the case stands without it. */
export const LeadOfficial: Component<LeadOfficialProps> = (props) => (
  <SlotBoundary>
    <Lead {...props} />
  </SlotBoundary>
);
