import type { Translation } from '../../lib/i18n/i18n.ts';
import type { words as zh } from './messages.zh.ts';

export const words = {
  failed: 'Something went wrong on our side. Try again in a while; if it keeps happening, call 12345.',
  busy: 'The service is busy and this may not have gone through. Press again in a moment; nothing is sent twice.',
  unreachable: 'There is no connection. What you wrote is still here; try again when you are connected.',
  too_many: 'There were too many attempts from this device or network. Wait a while and try again.',
  invalid: 'Some answers need to be changed, as shown below.',
  key_reused:
    'This form was received before; only the receipt got lost. Call 12345 and ask for your reference with the phone number you gave.',
  place_unknown: 'This town or village has changed. Choose the place again.',
  proof: 'The check against machines did not succeed. Press “Send” once more.',
  reference_or_code_wrong:
    'The reference and the code do not belong together. Compare them with what you saved.',

  'photo.empty': 'The file is empty. Choose another.',
  'photo.too_large':
    'The photo is too large and could not be made smaller. Choose another or take a new one.',
  'photo.not_a_picture': 'This is not a photo. Choose a photo file.',
  'photo.unsupported_type':
    'This device cannot open this kind of photo. Choose a JPEG, PNG or WebP photo, or take a new one.',
  'photo.damaged': 'The photo is damaged and cannot be opened. Take a new one or choose another.',

  'field.required': 'Fill this in',
  'field.choice': 'Choose one',
  'field.wrong': 'This is not right; enter it again',
  'field.too_many': 'At most {n}',
  'text.too_long': 'Use at most {n} characters',
  'text.control_characters': 'Delete the invisible special characters and type it again',
  'phone.invalid': 'Enter a mobile number of 11 digits, or a landline with its area code',
  'reference.invalid': 'The reference is incomplete or has a wrong character; it has 10 letters and digits',
  'code.invalid': 'The code is not right; it has 8 letters and digits',
  'consent.required': 'We need your agreement to use your name and number for this',
} as const satisfies Translation<typeof zh>;
