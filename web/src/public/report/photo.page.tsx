import type { Component } from 'solid-js';
import { PhotoPicker } from '../photos/photo-picker.tsx';
import { reportWords } from '../public.words.ts';
import { messagesOf } from './report.messages.ts';
import { reportPhotos } from './report.photos.ts';
import { problemsOf } from './report.steps.ts';
import { createStepForm, StepPage } from './step-page.tsx';

const { t } = reportWords;

export const PhotoPage: Component = () => {
  const form = createStepForm('photo', problemsOf, messagesOf);
  return (
    <StepPage step="photo" form={form} title={t('photo.title')} lead={t('photo.lead')}>
      <PhotoPicker tray={reportPhotos} name="photos" label={t('photo.label')} />
    </StepPage>
  );
};
