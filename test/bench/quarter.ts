import { playQuarter, type Story } from '../support/quarter.story.ts';
import { timed } from './measure.ts';
import type { Report } from './report.ts';

/** Three months of a small district: everything people do, every schedule, and what the stream does of it. */
export default async (): Promise<Report> => {
  let story: Story | undefined;
  const milliseconds = await timed(async () => {
    story = await playQuarter();
  });
  const findings = Object.keys((await story?.told()) ?? {}).length;
  const runs = story?.runs ?? 0;
  await story?.[Symbol.asyncDispose]();
  return {
    method: 'use cases, schedules and stream one after the other, on the embedded engine',
    rows: [
      {
        what: 'three months of a small district',
        figure: milliseconds / 1000,
        unit: 's',
        beside: `${runs} runs, ${findings} findings`,
      },
    ],
  };
};
