import { maskName, maskPhone } from '../platform/contract/masks.ts';
import type { Handlers } from '../platform/http/api-function.ts';
import type { Cursors } from '../platform/http/cursor.ts';
import type { ProofOfWork } from '../platform/http/proof-of-work.ts';
import { countAttempt, type RateLimit } from '../platform/http/rate-limit.ts';
import { apply } from './applying.usecases.ts';
import { forgetDraft, openDraft, saveDraft, saveDraftAgain } from './drafts.usecases.ts';
import { publicPrices } from './funds.usecases.ts';
import { renovationProblem } from './renovation.problems.ts';
import * as rules from './renovation.rules.ts';
import { noticePage, noticesList, readNotice } from './renovation.store.ts';
import { changeRenovation, objecting, type RenovationDependencies } from './renovation.usecases.ts';
import { circumstances } from './renovation.words.ts';
import { answerPlan } from './renovation-planning.rules.ts';
import type { renovationPublicContract } from './renovation-public.contract.ts';
import {
  actOnOwn,
  authorised,
  checkProof,
  countLookUp,
  progress,
  residentCommand,
} from './renovation-public.usecases.ts';
import { appeal, withdraw } from './renovation-stopping.rules.ts';
import { findDefect, followUp, sign } from './renovation-works.rules.ts';

const applyLimit: RateLimit = { what: 'renovation-apply', most: 20, perSeconds: 3600 };
const draftLimit: RateLimit = { what: 'renovation-draft', most: 60, perSeconds: 3600 };
const objectLimit: RateLimit = { what: 'renovation-object', most: 20, perSeconds: 3600 };

/** Seconds the year's list and the notices may be kept by whoever passes them on. */
const keptSeconds = 60;

type Routes = Handlers<typeof renovationPublicContract>;

export const renovationPublicRoutes = (
  deps: RenovationDependencies,
  proofs: ProofOfWork,
  cursors: Cursors,
): Routes => ({
  save: async ({ body, key, now, sourceIp }) => {
    await countAttempt(deps, draftLimit, sourceIp, now);
    await checkProof(proofs, body.proof, now);
    const { answers, proof } = body;
    return { body: await saveDraft(deps, { key, answers, now }, await proofs.spend(proof, now)) };
  },
  open: async ({ body, now, sourceIp }) => {
    await countLookUp(deps, { ...body, sourceIp, now });
    return { body: await openDraft(deps, { ...body, now }) };
  },
  saveAgain: async ({ params, body, key, now, sourceIp }) => {
    await countAttempt(deps, draftLimit, sourceIp, now);
    await countLookUp(deps, { ...params, sourceIp, now });
    return { body: await saveDraftAgain(deps, { ...params, ...body, key, now }) };
  },
  apply: async ({ body, key, now, sourceIp }) => {
    await countAttempt(deps, applyLimit, sourceIp, now);
    const { proof, draft, ...asked } = body;
    await checkProof(proofs, proof, now);
    const { stored, code } = await apply(
      deps,
      await residentCommand(deps, key, 'apply', asked, now),
      asked,
      undefined,
      [
        ...(await forgetDraft(deps, draft)),
        { write: await proofs.spend(proof, now), refusal: 'renovation.proof_used' },
      ],
    );
    return { body: { reference: stored.id, code, progress: await progress(deps, stored, now) } };
  },
  progress: async ({ body, now, sourceIp }) => {
    const stored = await authorised(deps, { ...body, sourceIp, now });
    return { body: await progress(deps, stored, now), version: stored.version };
  },
  papers: async (request) => {
    const stored = await actOnOwn(deps, 'papers', request, (renovation, act) =>
      rules.from(['papers'], (one) => rules.bringPapers(one, act, request.body))(renovation),
    );
    return { body: await progress(deps, stored, request.now), version: stored.version };
  },
  agreement: async (request) => {
    const stored = await actOnOwn(deps, 'agreement', request, (renovation, act) =>
      rules.from(['planned'], (one) => answerPlan(one, act, request.body))(renovation),
    );
    return { body: await progress(deps, stored, request.now), version: stored.version };
  },
  signature: async (request) => {
    const { body } = request;
    const stored = await actOnOwn(deps, 'signature', request, (renovation, act) =>
      rules.from(['finished'], (one) =>
        body.done ? sign(one, act, 'applicant') : findDefect(one, act, 'applicant', body),
      )(renovation),
    );
    return { body: await progress(deps, stored, request.now), version: stored.version };
  },
  rating: async (request) => {
    const stored = await actOnOwn(deps, 'rating', request, (renovation, act) =>
      rules.from(['paid'], (one) => followUp(one, act, { ...request.body, reached: true }))(renovation),
    );
    return { body: await progress(deps, stored, request.now), version: stored.version };
  },
  appeal: async (request) => {
    const stored = await actOnOwn(deps, 'appeal', request, (renovation, act) =>
      rules.from(['rejected'], (one) => appeal(one, act, request.body.text))(renovation),
    );
    return { body: await progress(deps, stored, request.now), version: stored.version };
  },
  withdraw: async (request) => {
    const stored = await actOnOwn(deps, 'withdraw', request, (renovation, act) =>
      withdraw(renovation, act, request.body),
    );
    return { body: await progress(deps, stored, request.now), version: stored.version };
  },
  items: async ({ now }) => ({
    body: { ...(await publicPrices(deps, now)), priority: [...circumstances] },
    publicSeconds: keptSeconds,
  }),
  notices: async ({ query, now }) => {
    const list = noticesList(query.node);
    const start = await cursors.open(list, query.cursor, now);
    const { rows, last } = await noticePage(deps.store, query.node, now, start);
    return { body: { rows, next: await cursors.seal(list, last, now) }, publicSeconds: keptSeconds };
  },
  object: async ({ params, body, key, now, sourceIp }) => {
    await countAttempt(deps, objectLimit, sourceIp, now);
    const { proof, ...asked } = body;
    await checkProof(proofs, proof, now);
    const reference = await readNotice(deps.store, params.notice);
    if (reference === undefined) throw renovationProblem('renovation.notice_not_found');
    const spent = { write: await proofs.spend(proof, now), refusal: 'renovation.proof_used' } as const;
    const masked = { name: maskName(asked.name), phone: maskPhone(asked.phone) };
    await changeRenovation(deps, {
      reference,
      command: await residentCommand(deps, key, 'object', { ...params, ...asked }, now),
      ifMatch: undefined,
      decide: async ({ stored }) => {
        const decided = await objecting(deps, stored, { now, by: undefined }, asked, masked);
        if ('refusal' in decided) return decided;
        const more = 'companions' in decided ? (decided.companions ?? []) : [];
        return { ...decided, companions: [...more, spent] };
      },
    });
    return { body: { at: now } };
  },
});
