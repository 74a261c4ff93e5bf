import type { Component } from 'solid-js';
import { PhotoPicker } from '../photos/photo-picker.tsx';
import { renovationWords } from '../public.words.ts';
import { homePhotos } from './renovation.photos.ts';
import { createStepForm, StepPage } from './step-page.tsx';

const { t } = renovationWords;

export const PhotosPage: Component = () => {
  const form = createStepForm('photos');
  return (
    <StepPage step="photos" form={form} title={t('photos.title')} lead={t('photos.lead')}>
      <PhotoPicker tray={homePhotos} name="photos" label={t('photos.label')} />
    </StepPage>
  );
};
