import { type Component, Index } from 'solid-js';
import type { Span } from '../../../../functions/venues/venues.states.ts';
import { Button } from '../../ui/button.tsx';
import { FieldError, fieldId } from '../../ui/field.tsx';
import { venuesWords } from './venues.words.ts';

const { t } = venuesWords;

export interface SpansFieldProps {
  name: string;
  /** Whose hours these are: a day of the week, or a date. */
  legend: string;
  spans: readonly Span[];
  most: number;
  onChange: (spans: readonly Span[]) => void;
  error?: string | undefined;
}

/** From when to when, as often as needed; no hours at all is closed. Only native fields and buttons: any keyboard does. */
export const SpansField: Component<SpansFieldProps> = (props) => {
  const change = (at: number, part: Partial<Span>): void =>
    props.onChange(props.spans.map((span, index) => (index === at ? { ...span, ...part } : span)));
  const controlId = (at: number, end: string): string =>
    at === 0 && end === 'from' ? fieldId(props.name) : fieldId(`${props.name}.${at}.${end}`);
  const input = (at: number, end: 'from' | 'to', value: () => string) => (
    <input
      class="control"
      id={controlId(at, end)}
      aria-label={t(`spans.${end}`, { of: props.legend, n: at + 1 })}
      aria-invalid={props.error === undefined ? undefined : 'true'}
      autocomplete="off"
      maxLength={5}
      placeholder={end === 'from' ? '09:00' : '17:00'}
      value={value()}
      onInput={(event) => change(at, { [end]: event.currentTarget.value })}
    />
  );
  return (
    <fieldset class="venue-day" data-invalid={props.error === undefined ? undefined : ''}>
      <legend>{props.legend}</legend>
      <div class="stack">
        {props.error === undefined ? null : <FieldError>{props.error}</FieldError>}
        <div class="venue-spans">
          {props.spans.length === 0 ? <span class="soft">{t('hours.closed')}</span> : null}
          <Index each={props.spans}>
            {(span, at) => (
              <span class="venue-span">
                {input(at, 'from', () => span().from)}–{input(at, 'to', () => span().to)}
                <Button
                  kind="quiet"
                  label={t('spans.remove.label', { of: props.legend, n: at + 1 })}
                  onPress={() => props.onChange(props.spans.filter((_, index) => index !== at))}
                >
                  {t('spans.remove')}
                </Button>
              </span>
            )}
          </Index>
          {props.spans.length < props.most ? (
            <Button
              label={t('spans.add.label', { of: props.legend })}
              onPress={() => props.onChange([...props.spans, { from: '', to: '' }])}
            >
              {t('spans.add')}
            </Button>
          ) : null}
        </div>
      </div>
    </fieldset>
  );
};
