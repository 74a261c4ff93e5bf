import type { Component } from 'solid-js';
import { issuesContract } from '../../../../../functions/issues/issues.contract.ts';
import { DescriptionList } from '../../../ui/facts.tsx';
import { DisclosureDialog } from '../../forms/disclosure-dialog.tsx';
import { issuesWords } from '../issues.words.ts';
import type { ActionProps } from './placing.actions.tsx';

const { t } = issuesWords;

/** Name and phone of whoever raised it. */
export const ContactAction: Component<ActionProps> = (props) => (
  <DisclosureDialog
    row={issuesContract.routes.contact}
    params={{ reference: props.view.reference }}
    label={t('action.contact')}
    intro={t('contact.intro')}
    reasonLabel={t('contact.reason')}
    closeLabel={t('contact.close')}
  >
    {({ name, phone }) => (
      <DescriptionList
        facts={[
          { term: t('contact.name'), value: name },
          { term: t('contact.phone'), value: phone },
        ]}
      />
    )}
  </DisclosureDialog>
);
