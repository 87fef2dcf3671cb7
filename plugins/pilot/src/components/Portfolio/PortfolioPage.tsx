import { Container, Header } from '@backstage/ui';
import { isHidden } from '../../api/errorStatus';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import classes from './Portfolio.module.css';
import { PortfolioActions } from './PortfolioActions';
import { PortfolioFilters } from './PortfolioFilters';
import { PortfolioList } from './PortfolioList';
import { PortfolioNotices } from './PortfolioNotices';
import { possible } from './PortfolioQuery';
import { SettingsProblems } from './SettingsProblems';
import { usePortfolioPages } from './usePortfolioPages';
import { usePortfolioQuery } from './usePortfolioQuery';

/** All Pilots, or all targets of another kind, by their demand. */
export function PortfolioPage() {
  const { t } = usePilotTranslation();
  const view = usePortfolioQuery();
  const { query, isDecided, goTo } = view;
  const list = usePortfolioPages(query, isDecided);
  if (list.error && isHidden(list.error)) {
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
