import { Container, Header, Alert, Button } from '@backstage/ui';
import { usePilotCache } from '../../hooks/usePilotCache';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { useResource } from '../../hooks/useResource';
import { useSetting } from '../../hooks/useSetting';
import classes from './Portfolio.module.css';
import { PortfolioActions } from './PortfolioActions';
import { PortfolioFilters } from './PortfolioFilters';
import { PortfolioList } from './PortfolioList';
import { PortfolioNotices } from './PortfolioNotices';
import { possible } from './PortfolioQuery';
import { usePortfolioPages } from './usePortfolioPages';
import { usePortfolioQuery } from './usePortfolioQuery';

/** All Pilots, or all targets of another kind, by their demand. */
export function PortfolioPage() {
  const { t } = usePilotTranslation();
  const view = usePortfolioQuery();
  const { query, isDecided, goTo } = view;
  const list = usePortfolioPages(query, isDecided);
  if (list.isHidden) {
    return (
      <>
        <Header title={t('portfolio.title')} />
        <Container>
          <p className={classes.text}>{t('state.nothing')}</p>
        </Container>
      </>
    );
  }
  return (
    <>
      <Header title={t('portfolio.title')} />
      <Container>
        <div className={classes.page}>
          <SettingsProblems />
          <PortfolioFilters
            query={query}
            onChange={(part, how) => goTo(possible({ ...query, ...part }), how)}
          />
          <PortfolioNotices view={view} />
          <PortfolioActions view={view} />
          <PortfolioList view={view} list={list} />
        </div>
      </Container>
    </>
  );
}

/**
 * Lists names in the settings that the catalog does not have; the API gives
 * them only to administrators. Once dismissed it comes again when there is
 * something else.
 */
function SettingsProblems() {
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
