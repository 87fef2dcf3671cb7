import { Text } from '@backstage/ui';
import { usePilotCache } from '../../hooks/usePilotCache';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { useResource } from '../../hooks/useResource';
import { EntityName } from '../shared/EntityName';
import classes from './Checks.module.css';

/** "You sign as Dana, for Partner Tech." */
export function SignsAs({ owner }: { owner: string | null }) {
  const { t } = usePilotTranslation();
  const reader = useResource(usePilotCache().reader);
  if (reader.state !== 'ready') return null;
  const person = <EntityName entityRef={reader.value} />;
  return (
    <Text as="p" className={classes.text}>
      {owner
        ? t('readiness.sign', {
            person,
            team: <EntityName entityRef={owner} />,
          })
        : t('readiness.signAlone', { person })}
    </Text>
  );
}
