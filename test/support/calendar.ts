/** What a notice for 2027 might be: thirteen weekdays off, New Year's Friday among them. */
export const notice2027 = {
  ...{ year: 2027, version: 'notice-2027', makeUpDays: [], names: {}, source: 'notice' },
  holidays: [
    ...['2027-01-01', '2027-02-08', '2027-02-09', '2027-02-10', '2027-02-11', '2027-02-12', '2027-05-03'],
    ...['2027-10-01', '2027-10-04', '2027-10-05', '2027-10-06', '2027-10-07', '2027-10-08'],
  ],
};
