import { createAsync, query } from '@solidjs/router';
import { type Component, createMemo, createSignal, For, Show } from 'solid-js';
import { roles } from '../../../../functions/platform/contract/roles.ts';
import { PageHeader } from '../../ui/page.tsx';
import { EmptyState, ErrorState } from '../../ui/state.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { adminWords } from '../admin.words.ts';
import { apiWords } from './api.words.ts';
import { type ApiRoute, fieldsOf, routesOf } from './openapi.ts';
import './api.css';

const { t } = apiWords;

const address = '/api/openapi.json';

/** Undefined when the site was built without it. */
const readRoutes = query(async (): Promise<readonly ApiRoute[] | undefined> => {
  const response = await fetch(address).catch(() => undefined);
  if (!response?.ok) return undefined;
  return routesOf(await response.json());
}, 'api-routes');

export const ApiPage: Component = () => {
  const routes = createAsync(async () => ({ read: await readRoutes() }));
  const [wanted, setWanted] = createSignal('');
  const found = createMemo(() =>
    (routes()?.read ?? []).filter(({ method, path, summary }) =>
      `${method} ${path} ${summary}`.toLowerCase().includes(wanted().trim().toLowerCase()),
    ),
  );
  const nouns = (): readonly string[] => [...new Set(found().flatMap(({ tags }) => tags))];
  return (
    <div class="stack">
      <PageHeader title={t('api.title')} lead={t('api.lead')} />
      <Show when={routes()}>
        {(known) => (
          <Show when={known().read} fallback={<ErrorState text={t('api.absent')} />}>
            <p>
              <a href={address} rel="external" download="openapi.json">
                {t('api.document')}
              </a>
            </p>
            <p class="soft">{t('api.problem')}</p>
            <TextField
              name="find"
              type="search"
              label={t('api.find')}
              value={wanted()}
              onInput={setWanted}
              width="medium"
            />
            <p class="soft" role="status">
              {t('api.count', { n: found().length })}
            </p>
            <For each={nouns()} fallback={<EmptyState title={t('api.none')} />}>
              {(noun) => (
                <section class="stack" aria-labelledby={`api-${noun}`}>
                  <h2 id={`api-${noun}`}>{noun}</h2>
                  <div>
                    <For each={found().filter(({ tags }) => tags.includes(noun))}>
                      {(route) => <Route route={route} />}
                    </For>
                  </div>
                </section>
              )}
            </For>
          </Show>
        )}
      </Show>
    </div>
  );
};

const callers = (mayCall: string | readonly string[]): string => {
  if (mayCall === 'anyone') return t('api.anyone');
  if (mayCall === 'every') return t('api.every');
  const names = typeof mayCall === 'string' ? [mayCall] : mayCall;
  return names
    .map((name) => {
      const role = roles.find((each) => each === name);
      return role === undefined ? name : adminWords.t(`role.${role}`);
    })
    .join(' · ');
};

/** Opened one by one: the paths are the list, the schemas its detail. */
const Route: Component<{ route: ApiRoute }> = (props) => {
  const bodies = (): readonly unknown[] =>
    Object.values(props.route.requestBody?.content ?? {}).map(({ schema }) => schema);
  return (
    <details class="api-route">
      <summary>
        <code>
          <strong>{props.route.method}</strong> {props.route.path}
        </code>
        <span class="soft"> {props.route.summary}</span>
      </summary>
      <div class="stack">
        <p>
          <strong>{t('api.may-call')}</strong> {callers(props.route['x-may-call'])}
        </p>
        <Show when={props.route.parameters.length > 0}>
          <h3>{t('api.parameters')}</h3>
          <ul class="api-fields">
            <For each={props.route.parameters}>
              {(parameter) => (
                <li>
                  <code>{parameter.name}</code> <span class="soft">{t(`api.in.${parameter.in}`)}</span>{' '}
                  {fieldsOf(parameter.schema)[0]?.type}{' '}
                  <span class="soft">{t(parameter.required ? 'api.required' : 'api.optional')}</span>
                </li>
              )}
            </For>
          </ul>
        </Show>
        <For each={bodies()}>{(schema) => <Schema title={t('api.body')} schema={schema} />}</For>
        <h3>{t('api.answers')}</h3>
        <For each={Object.entries(props.route.responses)}>
          {([status, answer]) => (
            <div>
              <p class="api-answer">
                <code>{status}</code> {answer.description.replaceAll('`', '')}
              </p>
              <Show when={status.startsWith('2') && Object.values(answer.content ?? {})[0]?.schema}>
                {(schema) => <Fields schema={schema()} />}
              </Show>
            </div>
          )}
        </For>
      </div>
    </details>
  );
};

const Schema: Component<{ title: string; schema: unknown }> = (props) => (
  <>
    <h3>{props.title}</h3>
    <Fields schema={props.schema} />
  </>
);

const Fields: Component<{ schema: unknown }> = (props) => (
  <ul class="api-fields">
    <For each={fieldsOf(props.schema)}>
      {(field) => (
        <li>
          <Show when={field.name !== ''}>
            <code>{field.name}</code>{' '}
          </Show>
          {field.type}
          <Show when={!field.required}>
            {' '}
            <span class="soft">{t('api.optional')}</span>
          </Show>
        </li>
      )}
    </For>
  </ul>
);
