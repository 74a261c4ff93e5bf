import { createAsync } from '@solidjs/router';
import { type Component, createSignal, Show, Suspense } from 'solid-js';
import { venuesContract } from '../../../../../functions/venues/venues.contract.ts';
import { SelectField } from '../../../ui/choice-field.tsx';
import { LoadingState } from '../../../ui/state.tsx';
import type { Submission } from '../../forms/submission.ts';
import { readKeepers } from '../venues.queries.ts';
import { venuesWords } from '../venues.words.ts';
import { type ActionProps, VenueAction } from './venue-action.tsx';

const { t } = venuesWords;

/** Who records the opening of a venue: one of those who keep venues there, or nobody. */
export const KeeperAction: Component<ActionProps> = (props) => {
  const [keeper, setKeeper] = createSignal('');
  return (
    <VenueAction
      view={props.view}
      row={venuesContract.routes.keeper}
      label={t('keeper.set')}
      intro={t('keeper.set.intro')}
      fields={{ keeper: t('list.keeper') }}
      fieldOf={{
        'venue.keeper_unknown': 'keeper',
        'venue.keeper_not_active': 'keeper',
        'venue.keeper_not_in_scope': 'keeper',
      }}
      body={() => ({ keeper: keeper() === '' ? null : keeper() })}
      reset={() => setKeeper(props.view.keeper?.id ?? '')}
      done={t('keeper.set.done')}
    >
      {(errorOf) => (
        <Suspense fallback={<LoadingState lines={1} />}>
          <KeeperField {...props} value={keeper()} onChange={setKeeper} errorOf={errorOf} />
        </Suspense>
      )}
    </VenueAction>
  );
};

const KeeperField: Component<
  ActionProps & { value: string; onChange: (value: string) => void; errorOf: Submission['errorOf'] }
> = (props) => {
  const keepers = createAsync(() => readKeepers(props.view.venue));
  const options = () => {
    const { keeper } = props.view;
    const listed = (keepers() ?? []).map(({ staffId, name }) => ({ value: staffId, label: name }));
    const isListed = keeper === undefined || listed.some(({ value }) => value === keeper.id);
    return isListed ? listed : [...listed, { value: keeper.id, label: keeper.name }];
  };
  return (
    <Show when={keepers()}>
      <SelectField
        name="keeper"
        label={t('list.keeper')}
        width="medium"
        emptyLabel={t('keeper.set.nobody')}
        options={options()}
        value={props.value}
        onChange={props.onChange}
        error={props.errorOf('keeper')}
      />
    </Show>
  );
};
