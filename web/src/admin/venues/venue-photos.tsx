import type { Component } from 'solid-js';
import { ShownPhotos } from '../forms/photos-choice.tsx';
import { photoAddress } from './actions/photos.action.tsx';
import type { VenueView } from './venues.queries.ts';
import { venuesWords } from './venues.words.ts';

export const VenuePhotos: Component<{ view: VenueView }> = (props) => (
  <section class="stack" aria-labelledby="photos">
    <h2 id="photos">{venuesWords.t('photos')}</h2>
    <ShownPhotos photos={props.view.photos} address={(photo) => photoAddress(props.view.venue, photo)} />
  </section>
);
