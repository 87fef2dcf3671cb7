import type { FragmentationGroup } from '@pilot-to-platform/plugin-pilot-common';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { useRefLabel } from '../../hooks/useRefLabel';
import { Instant } from '../shared/Instant';
import { UserText } from '../shared/UserText';
import classes from './Fragmentation.module.css';

/** Who found that a group is no duplicate, when and why. */
export function DismissedNote(props: {
  dismissed: NonNullable<FragmentationGroup['dismissed']>;
}) {
  const { by, at, reason } = props.dismissed;
  const { t } = usePilotTranslation();
  const labelOf = useRefLabel();
  const when = <Instant iso={at} />;
  return (
    <div>
      <p className={classes.text}>
        {by
          ? t('fragmentation.dismissedBy', { who: labelOf(by), when })
          : t('fragmentation.dismissedAt', { when })}
      </p>
      <UserText>{`"${reason}"`}</UserText>
    </div>
  );
}
