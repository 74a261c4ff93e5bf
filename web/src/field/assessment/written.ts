import type { AssessmentAnswers } from '../../assessment/answers.ts';
import type { KeptAssessment } from '../phone/kept.ts';
import type { RenovationCase } from '../service.ts';
import type { Home } from './homes.ts';
import { unseal } from './seal.ts';

/** How the application stands with the service, as far as it still shows it to the assessor. */
export interface Theirs extends Pick<RenovationCase, 'version' | 'state'> {
  readonly assessor: string | undefined;
  readonly day: string | undefined;
  readonly assessment:
    | Pick<NonNullable<RenovationCase['assessment']>, 'function' | 'home' | 'items'>
    | undefined;
  readonly by: string | undefined;
  readonly mayAssess: boolean;
}

/** What an assessment on the phone holds, sealed. */
export interface Written {
  readonly home: Home;
  readonly answers: AssessmentAnswers;
  /** Once the service has said no. */
  readonly theirs?: Theirs | undefined;
}

/** @returns undefined for one that was sent, of which nothing is left */
export const openWritten = async ({ staffId, sealed }: KeptAssessment): Promise<Written | undefined> => {
  if (sealed === undefined) return undefined;
  const written: Written = JSON.parse(await unseal(staffId, sealed));
  return written;
};

export const theirsOf = (view: RenovationCase): Theirs => ({
  ...{ version: view.version, state: view.state },
  assessor: view.appointment?.assessor.name,
  day: view.appointment?.day,
  assessment: view.assessment,
  by: view.assessment?.by.name,
  mayAssess: view.actions.includes('assessment'),
});
