import { type Component, createSignal } from 'solid-js';
import { venuesContract } from '../../../../../functions/venues/venues.contract.ts';
import { limits } from '../../../../../functions/venues/venues.words.ts';
import { TextArea } from '../../../ui/text-field.tsx';
import { venuesWords } from '../venues.words.ts';
import { type ActionProps, VenueAction } from './venue-action.tsx';

const { t } = venuesWords;
const { routes } = venuesContract;

export const LaunchAction: Component<ActionProps> = (props) => (
  <VenueAction
    view={props.view}
    row={routes.launch}
    kind="main"
    label={t('launch')}
    intro={t('launch.intro')}
    body={() => ({})}
    done={t('launch.done')}
  />
);

export const EndingAction: Component<ActionProps> = (props) => {
  const [reason, setReason] = createSignal('');
  return (
    <VenueAction
      danger
      view={props.view}
      row={routes.ending}
      label={t('end')}
      intro={t('end.intro')}
      fields={{ reason: t('end.reason') }}
      body={() => ({ reason: reason() })}
      reset={() => setReason('')}
      done={t('end.done')}
    >
      {(errorOf) => (
        <TextArea
          name="reason"
          label={t('end.reason')}
          limit={limits.reason}
          value={reason()}
          onInput={setReason}
          error={errorOf('reason')}
        />
      )}
    </VenueAction>
  );
};
