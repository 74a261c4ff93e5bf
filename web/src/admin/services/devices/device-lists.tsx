import { type Component, Show } from 'solid-js';
import { personReaders } from '../../../../../functions/services/services.actions.ts';
import { SubNav } from '../../../ui/page.tsx';
import { useDesk } from '../../shell/desk.ts';
import { devicesWords } from './devices.words.ts';

const { t } = devicesWords;

/** Lists of hand-outs: what has to be asked for comes first. */
export const handoutLists = ['late', 'lent', 'given', 'returned'] as const;
export type HandoutList = (typeof handoutLists)[number];

/** From the stock to who has what; whoever may see no persons has the stock alone. */
export const DeviceLists: Component<{ current: HandoutList | 'stock' }> = (props) => {
  const desk = useDesk();
  return (
    <Show when={desk.holds(...personReaders)}>
      <SubNav
        label={t('lists')}
        items={[
          {
            href: desk.keepNode('/admin/services/devices'),
            label: t('list.stock'),
            current: props.current === 'stock',
          },
          ...handoutLists.map((list) => ({
            href: desk.keepNode(`/admin/services/devices/handouts?list=${list}`),
            label: t(`list.${list}`),
            current: props.current === list,
          })),
        ]}
      />
    </Show>
  );
};
