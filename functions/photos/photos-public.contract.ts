import { defineContract } from '../platform/contract/route.ts';
import { upload } from './photos.fields.ts';
import { photoProblems } from './photos.problems.ts';

export const photosPublicContract = defineContract({
  function: 'photos-public',
  problems: photoProblems,
  routes: {
    upload: {
      ...upload,
      path: '/api/public/photos',
      summary: 'Send a photo that a form then names; place, time and device are removed from it',
      mayCall: 'anyone',
    },
  },
});
