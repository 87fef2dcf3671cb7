import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Text } from '@backstage/ui';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import classes from './DemandCard.module.css';

/** A part of a Pilot that does not count for it, and who would have to say so. */
export function Unconfirmed(props: { target: string; owner: string | null }) {
  const { target, owner } = props;
  const { t } = usePilotTranslation();
  const name = <EntityRefLink entityRef={target} />;
  return (
    <Text as="p" variant="body-medium" className={classes.text}>
      {owner
        ? t('demand.unconfirmed', {
            name,
            owner: <EntityRefLink entityRef={owner} defaultKind="group" />,
          })
        : t('demand.unowned', { name })}
    </Text>
  );
}
