import { issueTeller } from '../issues/issues.tellings.ts';
import { findingTeller } from '../messages/findings.tellings.ts';
import { anyTeller } from '../messages/telling.usecases.ts';

/** What every kind of case has to tell. */
export const tellers = [anyTeller(findingTeller), anyTeller(issueTeller)];
