import type { Component, JSX } from 'solid-js';
import type { IssueAction } from '../../../../../functions/issues/issues.actions.ts';
import { issuesContract } from '../../../../../functions/issues/issues.contract.ts';
import { formatReference } from '../../../../../functions/platform/contract/reference.rules.ts';
import type { ButtonKind } from '../../../ui/button.tsx';
import { CommandDialog, type CommandRow } from '../../forms/command-dialog.tsx';
import type { Submission } from '../../forms/submission.ts';
import type { CaseView } from '../../queries.ts';
import { showChangedCase } from '../changed-case.ts';
import { issuesWords } from '../issues.words.ts';
import { StalePane } from './stale-pane.tsx';

const { t } = issuesWords;

/** Everything a case page offers but opening the contact details, which changes nothing. */
export type CommandName = Exclude<IssueAction, 'contact'>;

export interface CaseActionProps {
  view: CaseView;
  action: CommandName;
  kind?: ButtonKind | undefined;
  intro?: string | undefined;
  fields?: Readonly<Record<string, string>> | undefined;
  body: () => unknown;
  complete?: ((body: unknown) => Promise<unknown>) | undefined;
  fieldOf?: Readonly<Record<string, string>> | undefined;
  /** Empties the form once it has been carried out. */
  reset?: (() => void) | undefined;
  children?: ((errorOf: Submission['errorOf']) => JSX.Element) | undefined;
}

/** One thing allowed with the case now. */
export const CaseAction: Component<CaseActionProps> = (props) => {
  const row = (): CommandRow<CaseView> => issuesContract.routes[props.action];
  return (
    <CommandDialog
      {...props}
      keepsDraft
      row={row()}
      params={{ reference: props.view.reference }}
      label={t(`action.${props.action}`)}
      title={`${t(`action.${props.action}`)} · ${formatReference(props.view.reference)}`}
      isStillAllowed={(newer) => newer.actions.includes(props.action)}
      stalePane={(newer, isStillAllowed) => (
        <StalePane before={props.view} after={newer} isStillAllowed={isStillAllowed} />
      )}
      done={t(`action.${props.action}.done`)}
      show={showChangedCase}
    />
  );
};
