import type { words as zh } from './common.zh.ts';
import type { Translation } from './i18n.ts';

export const words = {
  'site.name': 'Huimin',
  'site.title': '{page} · Huimin',
  'skip.main': 'Skip to main content',

  'display.menu': 'Display · 语言',
  'display.theme': 'Colours',
  'display.theme.auto': 'As the device',
  'display.theme.light': 'Light',
  'display.theme.dark': 'Dark',
  'display.text': 'Text size',
  'display.text.normal': 'Standard',
  'display.text.big': 'Big',
  'display.contrast': 'Contrast',
  'display.contrast.auto': 'Standard',
  'display.contrast.more': 'High',
  'display.language': 'Language',
  'display.language.failed': 'The language could not be changed. Check your connection and try again.',

  'field.optional': ' (optional)',
  'field.error': 'Error: ',
  'field.choose': 'Please choose',
  'field.date.hint': 'For example 2026-03-08',
  'field.left': '{n} {n:character|characters} left',
  'field.over': '{n} {n:character|characters} too many',
  'errors.title': 'Something needs correcting',

  'photo.add': 'Add photos',
  'photo.remove': 'Remove photo {name}',
  'photo.removed': 'Photo {name} removed',

  'dialog.close': 'Close',
  'dialog.cancel': 'Cancel',
  'dialog.confirm': 'OK',

  'copy.do': 'Copy',
  'copy.done': 'Copied',
  'copy.failed': 'Could not copy. Select the text and copy it by hand.',

  deleted: 'Its time is over: what was personal in this record has been deleted',

  'state.loading': 'Loading',
  'state.failed': 'This could not be opened',
  'state.failed.text':
    'The network may be down, or something may be wrong with the system. What you entered was not sent.',
  'state.retry': 'Try again',
  'state.offline': 'You are offline. You can keep writing and send it when you are connected again.',

  'pages.label': 'Pages',
  'pages.previous': 'Previous',
  'pages.next': 'Next',

  'tone.info': 'Note',
  'tone.ok': 'Success',
  'tone.warn': 'Attention',
  'tone.bad': 'Error',

  'clock.running': 'Running',
  'clock.near': 'Due soon',
  'clock.late': 'Overdue',
  'clock.stopped': 'Stopped',
  'clock.due': 'Due: ',
  'clock.provisional':
    'Provisional: next year’s public holidays are not announced yet. The date is worked out again when they are.',
} as const satisfies Translation<typeof zh>;
