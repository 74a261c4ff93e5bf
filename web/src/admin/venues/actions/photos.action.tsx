import { type Component, createSignal } from 'solid-js';
import * as v from 'valibot';
import { photosContract } from '../../../../../functions/photos/photos.contract.ts';
import { pathOf } from '../../../../../functions/platform/contract/route.ts';
import { venuesContract } from '../../../../../functions/venues/venues.contract.ts';
import { limits } from '../../../../../functions/venues/venues.words.ts';
import { photoRefusals, sendPhotos } from '../../forms/photos.ts';
import { PhotosChoice } from '../../forms/photos-choice.tsx';
import type { VenueView } from '../venues.queries.ts';
import { venuesWords } from '../venues.words.ts';
import { type ActionProps, VenueAction } from './venue-action.tsx';

const { t } = venuesWords;
const row = venuesContract.routes.photos;

type PhotoId = VenueView['photos'][number];

export const photoAddress = (venue: string, photoId: PhotoId): string =>
  pathOf(photosContract.routes.ofVenue, { venue, photoId });

/** Which photos residents see of a venue. */
export const PhotosAction: Component<ActionProps> = (props) => {
  const [kept, setKept] = createSignal<readonly PhotoId[]>([]);
  const [files, setFiles] = createSignal<readonly File[]>([]);
  return (
    <VenueAction
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
          address={(photo) => photoAddress(props.view.venue, photo)}
          most={limits.photos}
          error={errorOf('photos')}
        />
      )}
    </VenueAction>
  );
};
