import { fireEvent, render, screen } from '@solidjs/testing-library';
import { idNumberCheck } from '../../functions/platform/contract/id-number.rules.ts';
import { consentVersion } from '../../functions/renovation/renovation.words.ts';
import {
  messageWords,
  noticeWords,
  photoWords,
  publicWords,
  renovationProgressWords,
  renovationStartWords,
  renovationWords,
} from '../../web/src/public/public.words.ts';
import { changeDraft } from '../../web/src/public/renovation/renovation.draft.ts';
import { App } from '../../web/src/routes.tsx';
import { challenge, json, organisations } from './public.service.ts';
import { speak } from './support.ts';

/** A made-up number of somebody born on a first of January, with its right check character; limbs, grade 3. */
export const certificateOfYear = (year: number): string => {
  const digits = `370402${year}0101002`;
  return `${digits}${idNumberCheck(digits)}43`;
};
export const certificate = certificateOfYear(1950);

export const items = {
  year: 2026,
  prices: [
    { item: 'toilet', unit: 'set', price: 180_000, most: 1, excludes: ['shower-seat'], noRepeatYears: 5 },
    { item: 'ramp', unit: 'metre', price: 60_000, most: 3, excludes: [], noRepeatYears: 5 },
    { item: 'shower-seat', unit: 'piece', price: 30_050, most: 1, excludes: [], noRepeatYears: 3 },
  ],
  ceiling: 600_000,
  priority: ['low-income', 'several-disabled', 'old-caring', 'living-alone'],
};

export const quiet = {
  '/api/public/challenge': challenge,
  '/api/organisations': organisations,
  '/api/public/renovation-items': () => json(items),
};

/** Pages arrive as code of their own, and a busy machine may take its time to read it. */
export const patiently = { timeout: 8_000 };

export const open = async (path: string, heading: string): Promise<void> => {
  window.history.replaceState(null, '', path);
  render(() => <App />);
  await screen.findByRole('heading', { level: 1, name: heading }, patiently);
};

export const press = (name: string | RegExp): void => {
  fireEvent.click(screen.getByRole('button', { name }));
};

export const type = (label: string | RegExp, value: string): void => {
  fireEvent.input(screen.getByRole('textbox', { name: label }), { target: { value } });
};

export const answerEverything = (): void =>
  changeDraft({
    ...{ by: 'self', town: '370402/370402101', village: '370402/370402101/370402101001' },
    ...{ name: '王秀兰', certificate, validUntil: '2030-12-31', issuedHere: 'yes', phone: '138 1234 5678' },
    ...{ address: '幸福路 12 号院', dwelling: 'stairs', floor: '3', building: '2' },
    ...{ circumstances: 'living-alone', wants: 'toilet,ramp', need: '轮椅进不了厕所。' },
    ...{ personal: consentVersion, sensitive: consentVersion },
  });

export const prepare = async (): Promise<void> => {
  // jsdom lays nothing out, so it has nowhere to scroll.
  window.scrollTo = () => undefined;
  await speak('zh-CN');
  const words = [publicWords, messageWords, photoWords, noticeWords];
  await Promise.all(
    [...words, renovationProgressWords, renovationStartWords, renovationWords].map((each) => each.load()),
  );
};
