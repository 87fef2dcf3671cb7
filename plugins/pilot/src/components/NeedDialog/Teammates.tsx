import { Text } from '@backstage/ui';
import { useName } from '../../hooks/useName';
import { usePilotCache } from '../../hooks/usePilotCache';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { useResource } from '../../hooks/useResource';
import classes from './NeedDialog.module.css';

/** How many in the chosen team asked already; nothing waits to know it. */
export function Teammates(props: { target: string; team: string }) {
  const { target, team } = props;
  const { t } = usePilotTranslation();
  const asked = useResource(usePilotCache().askedByTeam(target, team));
  const name = useName(team);
  const count = asked.state === 'ready' ? asked.value : 0;
  if (count === 0) return null;
  return (
    <Text as="p" variant="body-medium" className={classes.text}>
      {t('need.teammates', { count, team: name })}
    </Text>
  );
}
