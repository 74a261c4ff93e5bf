import type { units } from '../../../../../functions/services/services.words.ts';
import { formatNumber } from '../../../lib/format.ts';
import { language } from '../../../lib/i18n/i18n.ts';
import { donationsWords } from './donations.words.ts';

const { t } = donationsWords;

/** How much of something, in its unit. */
export const amountWords = (n: number, unit: (typeof units)[number]): string =>
  t('amount', { n: formatNumber(n, language()), unit: t(`unit.${unit}`) });
