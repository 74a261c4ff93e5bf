import * as v from 'valibot';

/** A page link as it comes back in a query string; what is in it is the server's business. */
export const cursorSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(1_000));
