import { type Component, onCleanup, onMount } from 'solid-js';

/** What search engines read of a page (schema.org, JSON-LD); people see nothing of it. */
export const StructuredData: Component<{ data: Readonly<Record<string, unknown>> }> = (props) => {
  onMount(() => {
    const script = document.createElement('script');
    script.type = 'application/ld+json';
    script.textContent = JSON.stringify({ '@context': 'https://schema.org', ...props.data });
    document.head.append(script);
    onCleanup(() => script.remove());
  });
  return null;
};
