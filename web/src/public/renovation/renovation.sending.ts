import * as v from 'valibot';
import { applicationFields, consentFields } from '../../../../functions/renovation/renovation.fields.ts';
import type { renovationPublicContract } from '../../../../functions/renovation/renovation-public.contract.ts';
import { callLight, type LightRow } from '../../api/client.ts';
import { createSending } from '../questions/sending.ts';
import { changeDraft, draft } from './renovation.draft.ts';
import { outcome } from './renovation.outcome.ts';
import { homePhotos } from './renovation.photos.ts';
import { leaveForm, saved } from './renovation.saving.ts';
import { answersOf } from './renovation.steps.ts';

type Apply = typeof renovationPublicContract.routes.apply;
const applyRow: LightRow<Apply> = { method: 'POST', path: '/api/public/renovations' };

/** The body of the contract's route, without the rest of the contract: staff's part of it would come along. */
const bodySchema = v.object({
  ...applicationFields,
  by: v.picklist(['self', 'guardian', 'relative']),
  consent: v.object(consentFields),
  draft: v.optional(v.object({ reference: v.string(), code: v.string() })),
  proof: v.string(),
});

export const sendApplication = createSending({
  outcome,
  key: () => draft().key,
  keepKey: (key) => changeDraft({ key }),
  read: (frozen) => {
    const sent = v.safeParse(bodySchema, frozen);
    return sent.success ? sent.output : undefined;
  },
  current: (proof) => {
    const known = saved();
    return v.parse(bodySchema, {
      ...answersOf(draft()),
      photos: homePhotos.ids(),
      ...(known ? { draft: { reference: known.reference, code: known.code } } : {}),
      proof,
    });
  },
  post: async (key, form) => {
    const { body } = await callLight(applyRow, { key, body: form });
    const { reference, code, progress } = body;
    const { appliedAt, dueAt } = progress;
    return { reference, code, appliedAt, dueAt: dueAt ?? '', wants: progress.wants.join(',') };
  },
  clear: leaveForm,
});
