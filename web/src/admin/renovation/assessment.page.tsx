import { A, createAsync, useNavigate, useParams } from '@solidjs/router';
import { type Component, createSignal, For, Show } from 'solid-js';
import { createStore } from 'solid-js/store';
import * as v from 'valibot';
import { formatReference } from '../../../../functions/platform/contract/reference.rules.ts';
import { renovationContract } from '../../../../functions/renovation/renovation.contract.ts';
import { areaReaders } from '../../../../functions/renovation/renovation.roles.ts';
import { caseViewSchema } from '../../../../functions/renovation/renovation.views.ts';
import {
  limits,
  type RenovationItem,
  renovationItems,
} from '../../../../functions/renovation/renovation.words.ts';
import { call } from '../../api/client.ts';
import { Button } from '../../ui/button.tsx';
import { RadioGroup, SelectField } from '../../ui/choice-field.tsx';
import { Fieldset } from '../../ui/field.tsx';
import { FileField } from '../../ui/file-field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import { showToast } from '../../ui/toast.tsx';
import { CommandForm } from '../forms/command-form.tsx';
import { photoRefusals, sendPhotos } from '../forms/photos.ts';
import { createSubmission } from '../forms/submission.ts';
import { useDesk } from '../shell/desk.ts';
import { DisclosureAction } from './actions/disclosure.action.tsx';
import { type RenovationView, readRenovation, showChangedRenovation } from './renovation.queries.ts';
import { renovationActWords, renovationCaseWords, renovationWords } from './renovation.words.ts';
import { itemsWords } from './renovation-marks.tsx';
import './renovation.css';

const { t } = renovationActWords;
const row = renovationContract.routes.assessment;

/** One column, for a phone at the home: what the person can do, how the home is, and each item. */
export const AssessmentPage: Component = () => {
  const params = useParams<{ reference: string }>();
  const desk = useDesk();
  const view = createAsync(() => readRenovation(params.reference));
  return (
    <div class="stack reading">
      <p class="no-print">
        <A href={desk.keepNode(`/admin/renovations/${params.reference}`)}>{t('assessment.back')}</A>
      </p>
      <Show when={view()}>
        {(known) => (
          <>
            <PageHeader
              title={t('assessment.title', { reference: formatReference(known().reference) })}
              lead={t('assessment.lead')}
            />
            <p>
              {known().applicant.name} · {desk.placeOf(known().village)}
            </p>
            <p>{t('assessment.wanted', { items: itemsWords(known().wants) })}</p>
            <p>{known().need}</p>
            <Show when={known().actions.includes('disclosure')}>
              <p>
                <DisclosureAction view={known()} />
              </p>
            </Show>
            <Show
              when={known().actions.includes('assessment')}
              fallback={<Notice tone="warn">{t('assessment.none')}</Notice>}
            >
              <AssessmentForm view={known()} />
            </Show>
          </>
        )}
      </Show>
    </div>
  );
};

interface Found {
  needed: string;
  why: string;
  measured: string;
}

const nothing: Found = { needed: '', why: '', measured: '' };

const AssessmentForm: Component<{ view: RenovationView }> = (props) => {
  const desk = useDesk();
  const navigate = useNavigate();
  const { reference, wants } = props.view;
  const [texts, setTexts] = createStore({ function: '', home: '' });
  const [items, setItems] = createSignal<readonly RenovationItem[]>(wants);
  const [found, setFound] = createStore<Record<string, Found>>({});
  const [photos, setPhotos] = createSignal<readonly File[]>([]);
  const [accepted, setAccepted] = createSignal<number>();
  const seesAll = (): boolean => desk.holds(...areaReaders);
  const foundOf = (item: RenovationItem): Found => found[item] ?? nothing;
  const change = (item: RenovationItem, part: Partial<Found>): void =>
    setFound(item, { ...foundOf(item), ...part });
  const submission = createSubmission({
    schema: row.body,
    fields: () => ({
      function: t('assessment.function'),
      home: t('assessment.home'),
      items: t('assessment.items'),
      ...Object.fromEntries(
        items().flatMap((item, index) =>
          (['needed', 'why', 'measured'] as const).map((part) => [
            `items.${index}.${part}`,
            `${renovationWords.t(`item.${item}`)} · ${t(`assessment.${part}`)}`,
          ]),
        ),
      ),
      photos: t('assessment.photos'),
    }),
    fieldOf: { ...photoRefusals, 'renovation.nothing_needed': 'items.0.needed' },
    send: async (body, key) =>
      call(row, {
        params: { reference },
        body: { ...body, photos: await sendPhotos(photos()) },
        ifMatch: accepted() ?? props.view.version,
        key,
      }),
    done: ({ body }) => {
      showToast(t('done.assessment'));
      showChangedRenovation(body);
      // Once it is assessed, an assessor from outside sees no more of it.
      navigate(desk.keepNode(seesAll() ? `/admin/renovations/${reference}` : '/admin/renovation-jobs'));
    },
  });
  const newer = () => {
    const parsed = v.safeParse(caseViewSchema, submission.stale());
    return parsed.success ? parsed.output : undefined;
  };
  const { errorOf } = submission;
  const left = () => renovationItems.filter((item) => !items().includes(item));

  return (
    <CommandForm
      submission={submission}
      submitLabel={t('assessment.submit')}
      isClosed={newer()?.actions.includes('assessment') === false}
      beforeSubmit={() => {
        const seen = newer();
        if (seen !== undefined) setAccepted(seen.version);
      }}
      body={() => ({
        ...texts,
        items: items().map((item) => {
          const { needed, why, measured } = foundOf(item);
          return {
            item,
            needed: needed === '' ? undefined : needed === 'yes',
            why,
            measured: measured || undefined,
          };
        }),
      })}
    >
      <Show when={newer()}>
        <Notice tone="warn">{t('assessment.stale')}</Notice>
      </Show>
      <For each={['function', 'home'] as const}>
        {(name) => (
          <TextArea
            name={name}
            label={t(`assessment.${name}`)}
            hint={t(`assessment.${name}.hint`)}
            rows={4}
            limit={limits.text}
            value={texts[name]}
            onInput={(value) => setTexts(name, value)}
            error={errorOf(name)}
          />
        )}
      </For>
      <For each={items()}>
        {(item, index) => (
          <Fieldset legend={renovationWords.t(`item.${item}`)}>
            <RadioGroup
              inline
              name={`items.${index()}.needed`}
              label={t('assessment.needed')}
              options={(['yes', 'no'] as const).map((value) => ({
                value,
                label: renovationCaseWords.t(`needed.${value}`),
              }))}
              value={foundOf(item).needed}
              onChange={(needed) => change(item, { needed })}
              error={errorOf(`items.${index()}.needed`)}
            />
            <TextField
              name={`items.${index()}.why`}
              label={t('assessment.why')}
              value={foundOf(item).why}
              onInput={(why) => change(item, { why })}
              error={errorOf(`items.${index()}.why`)}
            />
            <TextField
              optional
              name={`items.${index()}.measured`}
              label={t('assessment.measured')}
              hint={index() === 0 ? t('assessment.measured.hint') : undefined}
              value={foundOf(item).measured}
              onInput={(measured) => change(item, { measured })}
              error={errorOf(`items.${index()}.measured`)}
            />
            <Show when={!wants.includes(item)}>
              <Button kind="quiet" onPress={() => setItems(items().filter((each) => each !== item))}>
                {t('assessment.remove', { item: renovationWords.t(`item.${item}`) })}
              </Button>
            </Show>
          </Fieldset>
        )}
      </For>
      <Show when={left().length > 0}>
        <SelectField
          optional
          name="add"
          label={t('assessment.add')}
          width="medium"
          emptyLabel={t('assessment.add.none')}
          options={left().map((value) => ({ value, label: renovationWords.t(`item.${value}`) }))}
          value=""
          onChange={(value) => {
            const item = left().find((each) => each === value);
            if (item !== undefined) setItems([...items(), item]);
          }}
        />
      </Show>
      <FileField
        optional
        name="photos"
        label={t('assessment.photos')}
        hint={t('field.photos.hint', { n: limits.photos })}
        files={photos()}
        onChange={setPhotos}
        most={limits.photos}
        error={errorOf('photos')}
      />
    </CommandForm>
  );
};
