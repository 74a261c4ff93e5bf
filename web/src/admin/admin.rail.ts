import { adminWords } from './admin.words.ts';

const { t } = adminWords;

/** The rail, one line a noun, in the order of the working day. */
export const railItems = [
  { href: '/admin', label: () => t('rail.today') },
  { href: '/admin/issues', label: () => t('rail.issues') },
  { href: '/admin/calendar', label: () => t('rail.calendar') },
  { href: '/admin/organisations', label: () => t('rail.organisations') },
] as const satisfies readonly { href: string; label: () => string }[];
