import type { Translation } from '../../lib/i18n/i18n.ts';
import type { words as zh } from './photos.zh.ts';

export const words = {
  'photo.hint':
    'At most {n}. Photos are made smaller, and the place and phone they were taken with are removed, before they are sent. Try to leave out other people’s faces, number plates and papers.',
  'photo.shrinking': 'Making photos smaller…',
  'photo.uploading': 'Uploading…',
  'photo.sent': 'Uploaded',
  'photo.waiting': 'Not uploaded yet; goes by itself when you are connected',
  'photo.retry': 'Try uploading now',
  'photo.refused': '{name}: {reason}',
  'photo.refused.title': 'A photo cannot be used',
  'photo.left-out': 'At most {most}; {n} not added.',
  'photo.full': 'There are {n} already. Remove one to add another.',
} as const satisfies Translation<typeof zh>;
