/** 王小明 → 王**: the family name is enough to recognise one's own. */
export const maskName = (name: string): string => `${Array.from(name)[0] ?? ''}**`;

/** 13812345678 → 138****5678. */
export const maskPhone = (phone: string): string => `${phone.slice(0, 3)}****${phone.slice(-4)}`;

/** 370402199001011234 → 3704**********1234: where it was issued and its end, never the day of birth. */
export const maskIdNumber = (idNumber: string): string =>
  `${idNumber.slice(0, 4)}**********${idNumber.slice(-4)}`;

/** What stands where something personal was, once it was deleted. */
export const deletedText = '***';
