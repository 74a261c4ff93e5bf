import { defineProblems, type ProblemTable, problemFactory } from '../platform/contract/problems.ts';
import type { PhotoRefusal } from '../platform/photos/photo.contract.ts';

/** Why a photo is not taken or not shown, as the person who chose it should read it. */
export const photoProblems = defineProblems({
  'photo.empty': { status: 422, title: 'The file is empty.' },
  'photo.too_large': { status: 413, title: 'The photo is too large. Send a smaller copy of it.' },
  'photo.not_a_picture': { status: 415, title: 'The file is not a picture.' },
  'photo.unsupported_type': { status: 415, title: 'Send the photo as JPEG, PNG or WebP.' },
  'photo.damaged': { status: 422, title: 'The photo is damaged. Take it again or choose another.' },
  'photo.not_found': { status: 404, title: 'There is no such photo here.' },
} satisfies ProblemTable & Record<PhotoRefusal, unknown>);

export const photoProblem = problemFactory(photoProblems);
