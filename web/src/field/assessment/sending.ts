import { ApiProblem, callLight, codeOf, newKey, unreachable } from '../../api/client.ts';
import { noteProblem, officer } from '../officer/officer.ts';
import { inTime, isStill, uploadPhoto } from '../outbox/sending.ts';
import { inTurn } from '../outbox/turn.ts';
import type { KeptAssessment, Refusal } from '../phone/kept.ts';
import { photosOf } from '../phone/photos.ts';
import { now } from '../round/clock.ts';
import { type RenovationCase, routes } from '../service.ts';
import {
  acknowledgeAssessment,
  changeAssessment,
  readAssessments,
  setAssessmentTrouble,
  waitingAssessments,
} from './assessments.ts';
import { checkedBody } from './check.ts';
import { seal } from './seal.ts';
import { verdictOf } from './verdict.ts';
import { openWritten, type Theirs, theirsOf, type Written } from './written.ts';

/** How often an application that keeps changing is tried anew in one go. */
const ATTEMPTS = 3;

/** How it stands now; undefined when the service no longer shows it to this assessor. */
const askTheirs = async (reference: string): Promise<Theirs | undefined> => {
  try {
    return theirsOf((await inTime(callLight(routes.readRenovation, { params: { reference } }))).body);
  } catch (thrown) {
    if (thrown instanceof ApiProblem && verdictOf(thrown) === 'passing' && thrown.status !== 403)
      throw thrown;
    return undefined;
  }
};

/** Both versions stay, side by side, until the assessor has decided. */
const refuse = async (
  { entryId, staffId }: KeptAssessment,
  written: Written,
  refusal: Refusal,
  theirs: Theirs | undefined,
): Promise<void> => {
  const sealed = await seal(staffId, { ...written, theirs });
  await changeAssessment(entryId, (kept) => ({ ...kept, phase: 'refused', refusal, sealed }));
};

const photoIdsOf = async (entryId: string): Promise<string[]> => {
  const ids: string[] = [];
  for (const photo of await photosOf(entryId)) ids.push(await uploadPhoto(photo));
  return ids;
};

/** The case a stale request was shown, or as it is read apart. */
const currentOf = async (problem: ApiProblem, reference: string): Promise<Theirs | undefined> =>
  isCase(problem.current) ? theirsOf(problem.current) : askTheirs(reference);

/** As the service parsed it by the same contract before it left. */
const isCase = (current: unknown): current is RenovationCase =>
  typeof current === 'object' && current !== null && 'actions' in current && 'version' in current;

/** @throws ApiProblem of what will pass; everything else is settled */
const sendOne = async (kept: KeptAssessment, attempt: number): Promise<void> => {
  const { entryId, reference, version, key } = kept;
  const written = await openWritten(kept);
  const body = written && checkedBody(written.answers);
  if (!written || !body) return;
  try {
    const photos = await photoIdsOf(entryId);
    // Photos take their time, and the phone may have changed hands meanwhile.
    if (photos.length > 0 && !(await isStill(kept))) return;
    const isWaiting = await changeAssessment(entryId, (found) =>
      found.phase === 'waiting' ? { ...found, tries: found.tries + 1 } : undefined,
    );
    if (!isWaiting) return;
    const sent = { params: { reference }, body: { ...body, photos }, ifMatch: version, key };
    await inTime(callLight(routes.assessment, sent));
  } catch (thrown) {
    if (!(thrown instanceof ApiProblem) || verdictOf(thrown) === 'passing') throw thrown;
    const { code, errors } = thrown;
    const theirs = await currentOf(thrown, reference);
    if (code === 'request.stale' && theirs?.mayAssess && attempt < ATTEMPTS) {
      // Another day, papers that came in: what was found at the home is the same.
      const next = { version: theirs.version, key: newKey() };
      await changeAssessment(entryId, (found) => ({ ...found, ...next }));
      await sendOne({ ...kept, ...next }, attempt + 1);
      return;
    }
    await refuse(kept, written, { code, errors }, theirs);
    return;
  }
  await acknowledgeAssessment(kept, now());
};

const run = async (isForced: boolean): Promise<void> => {
  await readAssessments();
  const who = officer();
  setAssessmentTrouble(undefined);
  if (who === undefined || waitingAssessments().length === 0) return;
  if (!navigator.onLine && !isForced) {
    setAssessmentTrouble(unreachable);
    return;
  }
  try {
    for (const kept of waitingAssessments()) {
      if (!(await isStill(who))) return;
      await sendOne(kept, 1);
    }
  } catch (thrown) {
    const code = codeOf(thrown);
    noteProblem(code);
    setAssessmentTrouble(code);
  }
};

let running: Promise<void> | undefined;

/** Sends what waits, oldest first, photos before their assessment. Never throws. */
export const sendAssessments = (isForced = false): Promise<void> => {
  running ??= inTurn(() => run(isForced)).finally(() => {
    running = undefined;
  });
  return running;
};
