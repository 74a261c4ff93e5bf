import type { Translation } from '../../lib/i18n/i18n.ts';
import type { words as zh } from './organisations.zh.ts';

export const words = {
  'organisations.title': 'Organisations',
  'organisations.lead':
    'The district, its towns, villages and departments. A change is seen everywhere within a minute.',
  'organisations.caption': 'Organisations of {node}',
  'organisations.name': 'Name',
  'organisations.kind': 'Kind',
  'organisations.code': 'Code',
  'organisations.status': 'Status',
  'organisations.actions': 'Actions',
  'organisations.below.label': 'Organisations below {name}',
  'organisations.none': 'There is nothing below',

  'kind.district': 'District',
  'kind.town': 'Town',
  'kind.village': 'Village',
  'kind.department': 'Department',
  'status.active': 'Active',
  'status.closed': 'Closed',

  'add.title': 'Add an organisation',
  'add.under': 'Under {name}',
  'add.id': 'Code',
  'add.id.hint':
    'A town has 9 digits, a village 12; a department the code above it, “-”, and 2 to 20 small letters or digits',
  'add.zh': 'Chinese name',
  'add.en': 'English name',
  'add.submit': 'Add',
  'add.done': 'Added.',

  'rename.title': 'Rename',
  'rename.label': 'Rename {name}',
  'rename.submit': 'Save',
  'rename.done': 'Renamed.',
  'close.title': 'Close',
  'close.label': 'Close {name}',
  'close.question': 'Close {name}?',
  'close.text':
    'It takes no new issues, accounts or organisations; what it has goes on to its end. It can be opened again.',
  'close.done': 'Closed.',
  'reopen.title': 'Open again',
  'reopen.label': 'Open again: {name}',
  'reopen.question': 'Open {name} again?',
  'reopen.text': 'It can then take issues again.',
  'reopen.done': 'Open again.',
  'organisations.stale':
    'A colleague just changed this organisation. The page is up to date; look before you go on.',
} as const satisfies Translation<typeof zh>;
