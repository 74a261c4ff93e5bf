import { raiseVenueIssues } from './culture-issues.ts';
import { type CultureLoading, cultureStaff } from './culture-loading.ts';
import { recordOpenings } from './culture-openings.ts';
import { demoVenues } from './culture-places.ts';
import { putOnProgramme } from './culture-programme.ts';
import { makeKnown } from './culture-publicity.ts';
import { bookRooms } from './culture-rooms.ts';
import { planUpgrades } from './culture-upgrades.ts';
import { writeVenuesDown } from './culture-venues.ts';
import { type DemoNode, demoTowns } from './district.ts';

/**
 * Culture as the reports have it: 169 culture centres, 10 culture stations and 2 city studies with their hours, the
 * records of three weeks and this year's projects; 240 film showings, 181 dance trainings, 110 course sessions, 60
 * performances, 11 competitions, how they were made known, and what is still ahead with those who enrolled. Through
 * the use cases, while the stream keeps the lists; interrupted, it goes on where it was. A smaller district has the
 * part of it that lies in these towns.
 */
export const loadCulture = async (
  loading: CultureLoading,
  towns: readonly DemoNode[] = demoTowns,
): Promise<void> => {
  const { onProgress } = loading;
  onProgress('venues and who keeps them');
  const staff = await cultureStaff(loading, towns);
  const ofTowns = demoVenues.filter(({ town }) => towns.includes(town));
  const venues = await writeVenuesDown(loading, staff, ofTowns);
  await raiseVenueIssues(loading, staff, towns, venues);
  await planUpgrades(loading, staff, towns, venues);
  const activities = await putOnProgramme(loading, staff, towns, venues);
  await bookRooms(loading, venues);
  await makeKnown(loading, staff, activities);
  onProgress(`opening records of ${venues.length} venues`);
  await recordOpenings(loading, venues);
};
