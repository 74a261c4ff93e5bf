import type { Component } from 'solid-js';
import { formatReference } from '../../../../functions/platform/contract/reference.rules.ts';
import { download } from '../../lib/download.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/facts.tsx';
import { renovationWords } from '../public.words.ts';
import type { Pair } from '../track/track.pair.ts';

const { t } = renovationWords;

/** Two groups of four, as it is read aloud; look-up takes it with or without the gap. */
export const formatCode = (code: string): string => `${code.slice(0, 4)} ${code.slice(4)}`;

export interface CodeSlipProps {
  pair: Pair;
  /** What is copied or saved. */
  text: string;
  fileName: string;
  /** What the reference is one of. */
  label: string;
}

/** The two somebody has to keep, and the ways to keep them. */
export const CodeSlip: Component<CodeSlipProps> = (props) => (
  <>
    <dl class="receipt keep-together">
      <div>
        <dt>{props.label}</dt>
        <dd translate="no">{formatReference(props.pair.reference)}</dd>
      </div>
      <div>
        <dt>{t('done.code')}</dt>
        <dd translate="no">{formatCode(props.pair.code)}</dd>
      </div>
    </dl>
    <div class="row no-print">
      <CopyButton text={props.text} label={t('done.copy')} />
      <Button
        onPress={() => download(new Blob([props.text], { type: 'text/plain;charset=utf-8' }), props.fileName)}
      >
        {t('done.file')}
      </Button>
      <Button onPress={() => window.print()}>{t('done.print')}</Button>
    </div>
  </>
);
