/** As the contract takes a time: `9:00`, `９：００` and `0900` are 09:00. What is no time stays, for the contract to say so. */
export const timeIn = (typed: string): string => {
  const plain = typed.normalize('NFKC').trim();
  const match = /^(\d{1,2}):?(\d{2})$/.exec(plain);
  return match === null ? plain : `${(match[1] ?? '').padStart(2, '0')}:${match[2]}`;
};
