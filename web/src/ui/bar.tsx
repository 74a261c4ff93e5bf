import { type Component, Show } from 'solid-js';
import './bar.css';

export interface BarProps {
  part: number;
  whole: number;
  /** Where along the whole a line is drawn: a promise, or what there would be by today. */
  mark?: number | undefined;
  tone?: 'info' | 'ok' | 'warn' | 'bad' | undefined;
}

const long = 100;
const high = 6;

/** The figure beside it as a picture; whoever can't see it misses nothing. */
export const Bar: Component<BarProps> = (props) => {
  const along = (value: number): number =>
    props.whole <= 0 ? 0 : Math.min(long, (long * value) / props.whole);
  return (
    <svg
      class="bar"
      data-tone={props.tone ?? 'info'}
      aria-hidden="true"
      viewBox={`0 0 ${long} ${high}`}
      preserveAspectRatio="none"
    >
      <rect class="bar-whole" width={long} height={high} />
      <rect class="bar-part" width={along(props.part)} height={high} />
      <Show when={props.mark !== undefined}>
        <line
          class="bar-mark"
          vector-effect="non-scaling-stroke"
          x1={along(props.mark ?? 0)}
          x2={along(props.mark ?? 0)}
          y1={0}
          y2={high}
        />
      </Show>
    </svg>
  );
};
