import {
  type Accessor,
  type Component,
  createEffect,
  createSignal,
  For,
  on,
  onCleanup,
  Show,
} from 'solid-js';
import { campaignsContract } from '../../../../functions/campaigns/campaigns.contract.ts';
import type { FieldProblem } from '../../../../functions/platform/contract/problems.ts';
import type { ResponseOf } from '../../../../functions/platform/contract/route.ts';
import { ApiProblem, call } from '../../api/client.ts';
import { formatDate, formatNumber } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { Notice } from '../../ui/notice.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { codeOf, fieldMessage, problemMessage } from '../messages/messages.ts';
import { planWords } from './campaigns.words.ts';

const { t } = planWords;
const row = campaignsContract.routes.planPreview;

export type Preview = ResponseOf<typeof row>;
export type ChosenPeople = readonly { staffId: string; areas: string[] }[];

export interface Refused {
  readonly code: string;
  /** What more the service said of single parts of it. */
  readonly details: readonly string[];
}

const detailOf = ({ code, n, message }: FieldProblem): string => {
  if (code === 'campaign.not_enough_days') return t('refused.short', { short: n });
  // The service names the person in the message; why is in the code.
  return code.startsWith('campaign.person')
    ? t('refused.person', { name: message, why: fieldMessage(code, n) })
    : fieldMessage(code, n);
};

export const refusedBy = (thrown: unknown): Refused => ({
  code: codeOf(thrown),
  details: thrown instanceof ApiProblem ? thrown.errors.map(detailOf) : [],
});

export const RefusalNotice: Component<{ refused: Refused }> = (props) => (
  <Notice tone="bad" title={problemMessage(props.refused.code)}>
    <For each={[...new Set(props.refused.details)]}>{(detail) => <p>{detail}</p>}</For>
  </Notice>
);

export interface Previewed {
  preview: Accessor<Preview | undefined>;
  refused: Accessor<Refused | undefined>;
  /** What is shown belongs to an earlier choice, or nothing is shown yet. */
  counting: Accessor<boolean>;
  renew: () => void;
}

/** Ticking several people in a row asks once. */
const settleMilliseconds = 300;

/** What a village's plan would come to, worked out anew whenever the choice changes. */
export const createPreview = (
  campaign: string,
  village: string,
  chosen: Accessor<ChosenPeople>,
): Previewed => {
  const [preview, setPreview] = createSignal<Preview>();
  const [refused, setRefused] = createSignal<Refused>();
  const [counting, setCounting] = createSignal(true);
  let asked = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  onCleanup(() => {
    asked += 1;
    clearTimeout(timer);
  });

  const ask = async (people: ChosenPeople): Promise<void> => {
    const mine = ++asked;
    try {
      const { body } = await call(row, { params: { campaign }, body: { village, people: [...people] } });
      if (mine !== asked) return;
      setPreview(body);
      setRefused(undefined);
    } catch (thrown) {
      if (mine !== asked) return;
      setPreview(undefined);
      setRefused(refusedBy(thrown));
    }
    setCounting(false);
  };
  const renew = (): void => {
    setCounting(true);
    clearTimeout(timer);
    const people = chosen();
    if (people.length === 0) {
      asked += 1;
      setPreview(undefined);
      setRefused(undefined);
      setCounting(false);
      return;
    }
    timer = setTimeout(() => void ask(people), settleMilliseconds);
  };
  createEffect(on(() => JSON.stringify(chosen()), renew));
  return { preview, refused, counting, renew };
};

const number = (value: number): string => formatNumber(value, language());
const day = (value: string | undefined): string =>
  value === undefined ? t('preview.none') : formatDate(value, language());

/** Person by person: how many, from when to when. */
export const PreviewTable: Component<{ preview: Preview }> = (props) => {
  const columns: readonly Column<Preview['people'][number]>[] = [
    { key: 'person', header: t('plan.person'), isRowHeader: true, cell: ({ name }) => name },
    { key: 'has', header: t('plan.has'), align: 'end', cell: ({ has }) => number(has) },
    { key: 'gets', header: t('preview.gets'), align: 'end', cell: ({ gets }) => number(gets) },
    { key: 'first', header: t('preview.first'), cell: ({ firstDay }) => day(firstDay) },
    { key: 'last', header: t('preview.last'), cell: ({ lastDay }) => day(lastDay) },
    { key: 'perDay', header: t('preview.per-day'), align: 'end', cell: ({ perDay }) => number(perDay) },
  ];
  return <Table caption={t('preview.caption')} captionHidden columns={columns} rows={props.preview.people} />;
};

/** Whether it fits, with the numbers. */
export const PreviewFacts: Component<{ preview: Preview }> = (props) => {
  const short = (): number => props.preview.toAssign - props.preview.places;
  return (
    <>
      <p>
        {t('preview.facts', {
          households: number(props.preview.households),
          toAssign: number(props.preview.toAssign),
          days: number(props.preview.days),
          perDay: number(props.preview.perDay),
          places: number(props.preview.places),
        })}
      </p>
      <Show when={short() > 0}>
        <Notice tone="bad" title={t('preview.short', { short: number(short()) })}>
          <p>
            {t('preview.short.text', {
              toAssign: number(props.preview.toAssign),
              days: number(props.preview.days),
              places: number(props.preview.places),
            })}
          </p>
        </Notice>
      </Show>
    </>
  );
};
