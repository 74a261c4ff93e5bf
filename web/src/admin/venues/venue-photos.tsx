import { type Component, For, Show } from 'solid-js';
import { photoAddress } from './actions/photos.action.tsx';
import type { VenueView } from './venues.queries.ts';
import { venuesWords } from './venues.words.ts';

const { t } = venuesWords;

export const VenuePhotos: Component<{ view: VenueView }> = (props) => (
  <section class="stack" aria-labelledby="photos">
    <h2 id="photos">{t('photos')}</h2>
    <Show when={props.view.photos.length > 0} fallback={<p class="soft">{t('photos.none')}</p>}>
      <ul class="photos">
        <For each={props.view.photos}>
          {(photo, index) => (
            <li class="photo">
              <a href={photoAddress(props.view.venue, photo)} target="_blank" rel="noopener external">
                <img
                  src={photoAddress(props.view.venue, photo)}
                  alt={t('photo.of', { n: index() + 1 })}
                  loading="lazy"
                />
              </a>
            </li>
          )}
        </For>
      </ul>
    </Show>
  </section>
);
