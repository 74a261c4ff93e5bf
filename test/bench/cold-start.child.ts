import { subscribe } from 'node:diagnostics_channel';
import { pathToFileURL } from 'node:url';

/**
 * A process of its own loads one bundle as a cold start does, hands it its events one after another and says how
 * long each took. With COUNT set it says instead how many requests the bundle made.
 */
const [file = '', ...events] = process.argv.slice(2);
let requests = 0;
if (process.env['COUNT']) {
  subscribe('http.client.request.start', () => {
    requests += 1;
  });
}

const started = performance.now();
const { handler }: { handler: (event: unknown, context: object) => Promise<unknown> } = await import(
  pathToFileURL(file).href
);
const init = performance.now() - started;
const calls: number[] = [];
const answers: unknown[] = [];
for (const event of events) {
  const called = performance.now();
  answers.push(await handler(JSON.parse(event), { awsRequestId: 'cold-start' }));
  calls.push(performance.now() - called);
}
process.stdout.write(`\n${JSON.stringify({ init, calls, requests, answers: JSON.stringify(answers) })}\n`);
process.exit(0);
