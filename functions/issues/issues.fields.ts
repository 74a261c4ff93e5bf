import * as v from 'valibot';
import { nodePathSchema } from '../platform/contract/node-path.ts';
import { line, paragraph, phone } from '../platform/contract/text.ts';
import { photosField } from '../platform/photos/photo.contract.ts';
import { categories, limits } from './issues.words.ts';

/** What is asked about an issue, whoever writes it down. */
export const issueFields = {
  category: v.picklist(categories),
  what: paragraph(limits.what),
  place: v.strictObject({ path: nodePathSchema, text: line(limits.place) }),
  photos: photosField(limits.photos),
};

export const reporterFields = { name: line(limits.name), phone };
