/**
 * Where to go after signing in. Only pages of the desk: an address from outside must not be able to send
 * somebody who just typed a password elsewhere.
 */
export const returnPath = (wanted: unknown): string =>
  typeof wanted === 'string' &&
  /^\/admin(?=$|[/?])/.test(wanted) &&
  !/^\/admin\/(sign-in|password)/.test(wanted)
    ? wanted
    : '/admin';
