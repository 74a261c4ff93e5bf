import type { Component } from 'solid-js';
import { consentVersion } from '../../../../functions/issues/issues.words.ts';
import { PHOTO_PENDING_DAYS } from '../../../../functions/platform/photos/photo.contract.ts';
import { retentionYears } from '../../../../functions/retention/retention.words.ts';
import { PageHeader } from '../../ui/page.tsx';
import { privacyWords } from '../public.words.ts';

const { t } = privacyWords;

const PrivacyPage: Component = () => (
  <div class="reading stack-large">
    <PageHeader title={t('title')} lead={t('lead')} />
    <section class="stack">
      <h2>{t('who.title')}</h2>
      <p>{t('who.text')}</p>
    </section>
    <section class="stack">
      <h2>{t('what.title')}</h2>
      <ul>
        <li>{t('what.contact')}</li>
        <li>{t('what.issue')}</li>
        <li>{t('what.none')}</li>
        <li>{t('what.sensitive')}</li>
      </ul>
    </section>
    <section class="stack">
      <h2>{t('who-sees.title')}</h2>
      <ul>
        <li>{t('who-sees.staff')}</li>
        <li>{t('who-sees.masked')}</li>
        <li>{t('who-sees.others')}</li>
      </ul>
    </section>
    <section class="stack">
      <h2>{t('keep.title')}</h2>
      <ul>
        <li>{t('keep.sealed')}</li>
        <li>{t('keep.period', { issues: retentionYears.issues })}</li>
        <li>
          {t('keep.others', {
            bookings: retentionYears.bookings,
            renovations: retentionYears.renovations,
            stopped: retentionYears['stopped-renovations'],
            services: retentionYears.services,
          })}
        </li>
        <li>{t('keep.photos', { days: PHOTO_PENDING_DAYS })}</li>
        <li>{t('keep.device')}</li>
      </ul>
    </section>
    <section class="stack">
      <h2>{t('rights.title')}</h2>
      <ul>
        <li>{t('rights.list')}</li>
        <li>{t('rights.withdraw')}</li>
        <li>{t('rights.refuse')}</li>
      </ul>
    </section>
    <p class="soft">{t('version', { version: consentVersion })}</p>
  </div>
);

export default PrivacyPage;
