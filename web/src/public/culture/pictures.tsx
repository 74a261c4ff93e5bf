import { type Component, For, Show } from 'solid-js';
import { cultureWords } from '../public.words.ts';

const { t } = cultureWords;

/**
 * Photos of a venue or an activity. What they say stands in words on the page as well; their names say whose they are
 * and how many there are, since nobody at the desk would write more than that.
 */
export const Pictures: Component<{ of: string; addresses: readonly string[] }> = (props) => (
  <Show when={props.addresses.length > 0}>
    <section class="stack no-print">
      <h2>{t('pictures')}</h2>
      <ul class="photos pictures">
        <For each={props.addresses}>
          {(address, index) => (
            <li class="photo">
              <img
                src={address}
                alt={t('picture', { name: props.of, n: index() + 1 })}
                width="320"
                height="240"
                loading="lazy"
              />
            </li>
          )}
        </For>
      </ul>
    </section>
  </Show>
);
