/** Places and people of one offer, and of a whole activity, by what they count. */
export const bookingsSubject = (offer: string): string => `bookings/${offer}`;
/** Who came to one session and who did not. */
export const attendanceSubject = (session: string): string => `attendance/${session}`;
/** People of a village, a town or the district who enrolled and came, by year. */
export const peopleSubject = (node: string): string => `people/${node}`;

/** Everybody who stands in an offer's line or has places, by their number. */
export const rosterList = (offer: string): string => `roster/${offer}`;
/** Bookings of a venue's rooms, by when they begin. */
export const roomsList = (venue: string): string => `rooms/${venue}`;
/** Rooms asked for that wait for a decision, in a village, a town or the district. */
export const roomsToDecideList = (node: string): string => `rooms-to-decide/${node}`;
