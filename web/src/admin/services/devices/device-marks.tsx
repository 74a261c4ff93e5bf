import type { Component } from 'solid-js';
import type { HandoutState } from '../../../../../functions/services/services.words.ts';
import type { Tone } from '../../../ui/icons.tsx';
import { StatusTag } from '../../../ui/notice.tsx';
import { devicesWords } from './devices.words.ts';

const { t } = devicesWords;

const tones = { given: 'ok', lent: 'info', returned: 'neutral' } as const satisfies Record<
  HandoutState,
  Tone
>;

export const HandoutTag: Component<{ state: HandoutState }> = (props) => (
  <StatusTag tone={tones[props.state]}>{t(`state.${props.state}`)}</StatusTag>
);

export const LateTag: Component<{ days: number }> = (props) => (
  <StatusTag tone="bad">{t('late', { n: props.days })}</StatusTag>
);
