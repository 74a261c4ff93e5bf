import { pathToFileURL } from 'node:url';

/** A process of its own loads one bundle as a cold start does, hands it one event and says how long each took. */
const [file = '', event = '{}'] = process.argv.slice(2);

const started = performance.now();
const { handler }: { handler: (event: unknown, context: object) => Promise<unknown> } = await import(
  pathToFileURL(file).href
);
const loaded = performance.now();
const answer = await handler(JSON.parse(event), { awsRequestId: 'cold-start' });
const answered = performance.now();
process.stdout.write(
  `\n${JSON.stringify({ init: loaded - started, first: answered - loaded, answer: JSON.stringify(answer) ?? '' })}\n`,
);
process.exit(0);
