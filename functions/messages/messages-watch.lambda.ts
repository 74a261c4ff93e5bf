import { createOrganisationNodes } from '../access/organisations.usecases.ts';
import { createCore } from '../platform/runtime/core.ts';
import { parseEnv } from '../platform/runtime/env.ts';
import { scheduleFunction } from '../platform/runtime/schedule-function.ts';
import { mailText } from './mail.text.ts';
import { type Post, sendMails, type Write } from './mailing.usecases.ts';
import { mailEnvironment } from './messages.environment.ts';
import { messagesWatchSchedules } from './messages-watch.schedule.ts';
import { smtpPost } from './smtp.post.ts';

const environment = parseEnv(mailEnvironment, process.env);
const core = createCore(environment);
const nodes = createOrganisationNodes(core);
const { SMTP_URL = '', MAIL_FROM = '', SITE_URL = '' } = environment;

/** The secret is asked for only where there is one, and with the first letter. */
const serverUrl = async (): Promise<string> => {
  if (!SMTP_URL.startsWith('secret:')) return SMTP_URL;
  const { secretText } = await import('./mail-server.secret.ts');
  return secretText(SMTP_URL.slice('secret:'.length));
};

const post: Post = async (letter) => smtpPost({ url: await serverUrl(), from: MAIL_FROM })(letter);

const write: Write = async (messages, now) => {
  const names = new Map((await nodes.tree(now)).nodes.map(({ path, name }) => [path, name.zh]));
  return mailText(messages, { siteUrl: SITE_URL, nameOf: (node) => names.get(node) ?? node });
};

const deps = { ...core, write, post: SMTP_URL === '' || MAIL_FROM === '' ? undefined : post };

export const handler = scheduleFunction(core, messagesWatchSchedules, {
  'message-mail': (now) => sendMails(deps, now),
});
