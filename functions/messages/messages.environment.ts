import * as v from 'valibot';
import { coreEnvironment } from '../platform/runtime/environment.ts';

const sender = v.pipe(v.string(), v.email());

/** What the pages need to say whether mails are sent from here. */
export const messagesEnvironment = v.object({
  ...coreEnvironment.entries,
  /** Whom mails are from. Without it none are sent. */
  MAIL_FROM: v.optional(sender),
});

/** What sending needs besides. */
export const mailEnvironment = v.object({
  ...messagesEnvironment.entries,
  /**
   * The mail server: `smtps://name:password@host:465`, or `smtp://host:587`, which goes on encrypted where the server
   * offers it; `secret:<arn>` in the cloud, where that is what the secret holds.
   */
  SMTP_URL: v.optional(v.pipe(v.string(), v.regex(/^(smtps?:\/\/|secret:).+$/))),
  /** Where the site is, for the links in a mail; without a slash at its end. */
  SITE_URL: v.optional(v.pipe(v.string(), v.url())),
});
