import { divIcon, featureGroup, type LatLngExpression, map, marker, tileLayer } from 'leaflet';
import 'leaflet/dist/leaflet.css';
import { type Component, createEffect, onCleanup, onMount } from 'solid-js';
import { mapTiles } from '../../../../functions/platform/contract/map-tiles.ts';
import { venueWords } from '../public.words.ts';
import type { VenueInList } from './venues.queries.ts';
import './venue-map.css';

const { t } = venueWords;

export interface MapPlace extends Pick<VenueInList, 'venue' | 'name' | 'position'> {
  readonly open: boolean;
  /** Open or not, and until when. */
  readonly says: string;
}

/** A name on plain ground, so that one knows where on the map one is. */
export interface MapLabel {
  readonly name: string;
  readonly position: VenueInList['position'];
}

/** Closer than this a single place has nothing around it. */
const closest = 16;

/** What a place says when it is chosen; text and a link of our own, never markup that came from somewhere. */
const bubbleOf = ({ venue, name, says }: MapPlace): HTMLElement => {
  const bubble = document.createElement('p');
  const link = document.createElement('a');
  link.href = `/culture/venues/${venue}`;
  link.textContent = name;
  bubble.append(link, document.createElement('br'), says);
  return bubble;
};

const positionOf = ({ position }: MapPlace): LatLngExpression => [position.lat, position.lng];

const markerOf = (place: MapPlace) => {
  const says = `${place.name}，${place.says}`;
  const dot = divIcon({
    className: place.open ? 'map-place map-place-open' : 'map-place',
    // Room for a thumb around what is drawn.
    iconSize: [28, 28],
  });
  const made = marker(positionOf(place), {
    icon: dot,
    title: says,
    riseOnHover: true,
    // Of several at one spot, what is open is seen first.
    zIndexOffset: place.open ? 1000 : 0,
  });
  made.bindPopup(bubbleOf(place));
  // A screen reader hears the name as the name of a button, whichever browser makes of a title what it likes.
  made.on('add', () => made.getElement()?.setAttribute('aria-label', says));
  return made;
};

const labelOf = ({ name, position: { lat, lng } }: MapLabel) => {
  const text = document.createElement('span');
  text.textContent = name;
  const icon = divIcon({ className: 'map-label', html: text, iconSize: [0, 0] });
  return marker([lat, lng], { icon, interactive: false, keyboard: false, zIndexOffset: -1000 });
};

/** Names that would lie on one another are left out until somebody looks closer. */
const spreadLabels = (box: HTMLElement): void => {
  const shown: DOMRect[] = [];
  for (const label of box.querySelectorAll<HTMLElement>('.map-label span')) {
    label.hidden = false;
    const { left, right, top, bottom } = label.getBoundingClientRect();
    label.hidden = shown.some(
      (other) => left < other.right && other.left < right && top < other.bottom && other.top < bottom,
    );
    if (!label.hidden) shown.push(new DOMRect(left, top, right - left, bottom - top));
  }
};

interface VenueMapProps {
  places: readonly MapPlace[];
  /** Where there are pictures under the places, these have names already. */
  labels: readonly MapLabel[];
  label: string;
}

/** Places on a map. Whoever gets along better without it has the list: nothing stands here alone. */
export const VenueMap: Component<VenueMapProps> = (props) => {
  let box: HTMLElement | undefined;
  onMount(() => {
    if (!box) return;
    const shown = map(box, {
      zoomControl: true,
      // A page that is scrolled with one finger or the wheel goes on being scrolled.
      scrollWheelZoom: false,
      attributionControl: mapTiles !== undefined,
      zoomSnap: 0.5,
      ...(matchMedia('(prefers-reduced-motion: reduce)').matches
        ? { zoomAnimation: false, fadeAnimation: false, markerZoomAnimation: false, inertia: false }
        : {}),
    });
    for (const [part, says] of [
      ['.leaflet-control-zoom-in', t('map.in')],
      ['.leaflet-control-zoom-out', t('map.out')],
    ] as const) {
      const control = box.querySelector(part);
      control?.setAttribute('aria-label', says);
      control?.setAttribute('title', says);
    }
    if (mapTiles) {
      const { template, attribution, maxZoom } = mapTiles;
      tileLayer(template, { attribution, maxZoom, referrerPolicy: 'no-referrer' }).addTo(shown);
    }
    const places = featureGroup().addTo(shown);
    const labels = featureGroup().addTo(shown);
    createEffect(() => {
      labels.clearLayers();
      if (!mapTiles) for (const label of props.labels) labelOf(label).addTo(labels);
    });
    createEffect(() => {
      places.clearLayers();
      for (const place of props.places) markerOf(place).addTo(places);
      const bounds = places.getBounds();
      if (bounds.isValid()) shown.fitBounds(bounds.pad(0.1), { maxZoom: closest, animate: false });
    });
    shown.on('zoomend', () => spreadLabels(shown.getContainer()));
    createEffect(() => {
      if (props.places.length + props.labels.length > 0) spreadLabels(shown.getContainer());
    });
    onCleanup(() => shown.remove());
  });
  return <section class="map no-print" aria-label={props.label} ref={(element) => (box = element)} />;
};
