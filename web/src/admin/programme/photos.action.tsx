import { type Component, createSignal } from 'solid-js';
import * as v from 'valibot';
import { photosContract } from '../../../../functions/photos/photos.contract.ts';
import { pathOf } from '../../../../functions/platform/contract/route.ts';
import { programmeContract } from '../../../../functions/programme/programme.contract.ts';
import { limits } from '../../../../functions/programme/programme.words.ts';
import { photoRefusals, sendPhotos } from '../forms/photos.ts';
import { PhotosChoice } from '../forms/photos-choice.tsx';
import { type ActionProps, ActivityAction } from './activity-action.tsx';
import type { ActivityView } from './programme.queries.ts';
import { programmeWords } from './programme.words.ts';

const { t } = programmeWords;
const row = programmeContract.routes.photos;

type PhotoId = ActivityView['photos'][number];

export const photoAddress = (activity: string, photoId: PhotoId): string =>
  pathOf(photosContract.routes.ofActivity, { activity, photoId });

/** Which photos residents see of an activity. */
export const PhotosAction: Component<ActionProps> = (props) => {
  const [kept, setKept] = createSignal<readonly PhotoId[]>([]);
  const [files, setFiles] = createSignal<readonly File[]>([]);
  return (
    <ActivityAction
      view={props.view}
      row={row}
      label={t('photos.change')}
      intro={t('photos.intro')}
      fields={{ photos: t('photos') }}
      fieldOf={photoRefusals}
      body={() => ({ photos: kept() })}
      complete={async (body) => {
        const { photos } = v.parse(row.body, body);
        return { photos: [...photos, ...(await sendPhotos(files()))] };
      }}
      reset={() => {
        setKept(props.view.photos);
        setFiles([]);
      }}
      done={t('photos.done')}
    >
      {(errorOf) => (
        <PhotosChoice
          kept={kept()}
          files={files()}
          onKept={setKept}
          onFiles={setFiles}
          address={(photo) => photoAddress(props.view.activity, photo)}
          most={limits.photos}
          error={errorOf('photos')}
        />
      )}
    </ActivityAction>
  );
};
