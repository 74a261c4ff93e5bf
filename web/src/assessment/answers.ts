import type { RenovationItem } from '../../../functions/renovation/renovation.words.ts';
import { assessmentWords } from './assessment.words.ts';

const { t } = assessmentWords;

/** One item as it stands in the form. */
export interface ItemAnswers {
  readonly item: RenovationItem;
  readonly needed: '' | 'yes' | 'no';
  readonly why: string;
  readonly measured: string;
}

/** An assessment as it stands in the form: texts are empty until they are written. */
export interface AssessmentAnswers {
  readonly function: string;
  readonly home: string;
  readonly items: readonly ItemAnswers[];
}

export const noItem = (item: RenovationItem): ItemAnswers => ({ item, needed: '', why: '', measured: '' });

/** Before anything is written: what the applicant wants is asked about. */
export const noAnswers = (wants: readonly RenovationItem[]): AssessmentAnswers => ({
  ...{ function: '', home: '' },
  items: wants.map(noItem),
});

/** As the contract wants it, not yet checked. */
export const bodyOf = ({ items, ...texts }: AssessmentAnswers) => ({
  ...texts,
  items: items.map(({ item, needed, why, measured }) => ({
    ...{ item, why },
    needed: needed === '' ? undefined : needed === 'yes',
    measured: measured.trim() === '' ? undefined : measured,
  })),
});

/** What each field is called, by the path the contract names in its errors. */
export const labelsOf = ({ items }: AssessmentAnswers): Readonly<Record<string, string>> => ({
  function: t('function'),
  home: t('home'),
  items: t('items'),
  ...Object.fromEntries(
    items.flatMap(({ item }, index) =>
      (['needed', 'why', 'measured'] as const).map((part) => [
        `items.${index}.${part}`,
        t('label.item', { item: t(`item.${item}`), part: t(part) }),
      ]),
    ),
  ),
  photos: t('photos'),
});

export const itemsWords = (items: readonly RenovationItem[]): string =>
  items.map((item) => t(`item.${item}`)).join(t('and'));
