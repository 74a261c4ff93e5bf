import { showToast } from '../../ui/toast.tsx';
import { fieldWords } from '../field.words.ts';
import { officer } from '../officer/officer.ts';
import { base64Of, saveFile } from '../outbox/export.ts';
import type { KeptAssessment } from '../phone/kept.ts';
import { photosOf } from '../phone/photos.ts';
import { now } from '../round/clock.ts';
import { changeAssessment } from './assessments.ts';
import { openWritten } from './written.ts';

const wholeOf = async (kept: KeptAssessment) => {
  const { entryId, reference, writtenAt, tries, refusal } = kept;
  const written = await openWritten(kept);
  return {
    ...{ reference, writtenAt, tries, home: written?.home, assessment: written?.answers },
    ...(refusal === undefined ? {} : { refusal, now: written?.theirs }),
    photos: (await photosOf(entryId)).map(({ fileName, jpeg }) => ({ fileName, jpegBase64: base64Of(jpeg) })),
  };
};

/** Writes assessments to a file somebody can open with any editor, and remembers it. */
export const exportAssessments = async (those: readonly KeptAssessment[]): Promise<void> => {
  const at = now();
  const text = JSON.stringify(
    {
      about:
        '惠民入户评估：尚未上传的评估，含照片（JPEG，base64）。Huimin: assessments not yet sent, with photos.',
      officer: officer(),
      writtenAt: at,
      assessments: await Promise.all(those.map(wholeOf)),
    },
    undefined,
    2,
  );
  const name = saveFile('huimin-assessments', at, text);
  for (const { entryId } of those) {
    await changeAssessment(entryId, (kept) => ({ ...kept, exportedAt: at }));
  }
  showToast(fieldWords.t('export.done', { name }));
};
