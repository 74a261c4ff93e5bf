import { type Component, createSignal, For, Show } from 'solid-js';
import * as v from 'valibot';
import { photosContract } from '../../../../../functions/photos/photos.contract.ts';
import { pathOf } from '../../../../../functions/platform/contract/route.ts';
import { venuesContract } from '../../../../../functions/venues/venues.contract.ts';
import { limits } from '../../../../../functions/venues/venues.words.ts';
import { Button } from '../../../ui/button.tsx';
import { FileField } from '../../../ui/file-field.tsx';
import { photoRefusals, sendPhotos } from '../../forms/photos.ts';
import type { VenueView } from '../venues.queries.ts';
import { venuesWords } from '../venues.words.ts';
import { type ActionProps, VenueAction } from './venue-action.tsx';

const { t } = venuesWords;
const row = venuesContract.routes.photos;

export const photoAddress = (venue: string, photoId: string): string =>
  pathOf(photosContract.routes.ofVenue, { venue, photoId });

type PhotoId = VenueView['photos'][number];

/** Which photos show a venue: those kept, in their order, and new ones after them. */
export const PhotosAction: Component<ActionProps> = (props) => {
  const [kept, setKept] = createSignal<readonly PhotoId[]>([]);
  const [files, setFiles] = createSignal<readonly File[]>([]);
  const first = (photo: PhotoId): void => {
    setKept([photo, ...kept().filter((other) => other !== photo)]);
  };
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
        <>
          <ul class="photos">
            <For each={kept()}>
              {(photo, index) => (
                <li class="photo">
                  <img src={photoAddress(props.view.venue, photo)} alt={t('photo.of', { n: index() + 1 })} />
                  <Button
                    kind="quiet"
                    label={t('photo.remove.label', { n: index() + 1 })}
                    onPress={() => setKept(kept().filter((other) => other !== photo))}
                  >
                    {t('spans.remove')}
                  </Button>
                  <Show when={index() > 0}>
                    <Button
                      kind="quiet"
                      label={t('photo.first.label', { n: index() + 1 })}
                      onPress={() => first(photo)}
                    >
                      {t('photo.first')}
                    </Button>
                  </Show>
                </li>
              )}
            </For>
          </ul>
          <Show when={kept().length < limits.photos}>
            <FileField
              optional
              name="photos"
              label={t('photos.new')}
              hint={t('photos.hint', { n: limits.photos })}
              files={files()}
              onChange={setFiles}
              most={limits.photos - kept().length}
              error={errorOf('photos')}
            />
          </Show>
        </>
      )}
    </VenueAction>
  );
};
