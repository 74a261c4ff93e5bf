import type { Component } from 'solid-js';
import { Alert } from '../../ui/notice.tsx';
import { adminWords } from '../admin.words.ts';

const { t } = adminWords;

/** Above a form that was sent for a version a colleague has changed since: nothing was lost, nothing was done. */
export const StaleNotice: Component<{ isStillAllowed: boolean }> = (props) => (
  <Alert tone="warn" title={t('stale.title')}>
    <p>{props.isStillAllowed ? t('stale.kept') : t('stale.gone')}</p>
  </Alert>
);
