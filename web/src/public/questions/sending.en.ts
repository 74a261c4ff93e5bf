import type { Translation } from '../../lib/i18n/i18n.ts';
import type { words as zh } from './sending.zh.ts';

export const words = {
  title: 'Check and send',
  'photos.none': 'No photos',
  'photos.some': 'Photos: {n}',
  'sending.form': 'Sending…',
  'sending.photos': 'Uploading photos…',
  'unsent.title': 'Photos not uploaded: {n}',
  'unsent.text': 'Wait for a better connection and send again, or send without them.',
  'unsent.without': 'Send without these photos',
  'frozen.title': 'There was no reply when you sent it',
  'frozen.text':
    'We do not know whether it arrived. Send it once more: it will not be registered twice. Until then it cannot be changed.',
  'failed.title': 'It was not sent',
} as const satisfies Translation<typeof zh>;
