import { Alert, Button } from '@backstage/ui';
import { usePilotCache } from '../../hooks/usePilotCache';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { useResource } from '../../hooks/useResource';
import { useSetting } from '../../hooks/useSetting';
import classes from './Portfolio.module.css';

/**
 * What the settings name and the catalog does not have, which only administrators
 * are told. Once dismissed it comes again when there is something else.
 */
export function SettingsProblems() {
  const { t } = usePilotTranslation();
  const policy = useResource(usePilotCache().policy);
  const { value, isKnown, set } = useSetting('settings-problems');
  const problems = policy.state === 'ready' ? policy.value.problems ?? [] : [];
  const said = problems.join('\n');
  if (problems.length === 0 || !isKnown || value === said) return null;
  return (
    <Alert
      status="warning"
      icon
      title={t('portfolio.problems', { count: problems.length })}
      description={
        <ul className={classes.problems}>
          {problems.map(problem => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      }
      customActions={
        <Button size="small" variant="secondary" onPress={() => set(said)}>
          {t('portfolio.dismissProblems')}
        </Button>
      }
    />
  );
}
