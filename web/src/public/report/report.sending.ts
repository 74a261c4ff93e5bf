import * as v from 'valibot';
import { issuesPublicContract } from '../../../../functions/issues/issues-public.contract.ts';
import { call } from '../../api/client.ts';
import { createSending } from '../questions/sending.ts';
import { changeDraft, clearDraft, draft } from './report.draft.ts';
import { outcome } from './report.outcome.ts';
import { reportPhotos } from './report.photos.ts';
import { answersOf } from './report.steps.ts';

const { raise } = issuesPublicContract.routes;

export const sendReport = createSending({
  outcome,
  key: () => draft().key,
  keepKey: (key) => changeDraft({ key }),
  read: (frozen) => {
    const sent = v.safeParse(raise.body, frozen);
    return sent.success ? sent.output : undefined;
  },
  current: (proof) => v.parse(raise.body, { ...answersOf(draft()), photos: reportPhotos.ids(), proof }),
  post: async (key, body) => (await call(raise, { key, body })).body,
  clear: () => {
    reportPhotos.clear();
    clearDraft();
  },
});
