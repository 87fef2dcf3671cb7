import { useRouteRef } from '@backstage/core-plugin-api';
import { ButtonLink } from '@backstage/ui';
import { useName } from '../../hooks/useName';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { catalogIndexRouteRef } from '../../routes';
import classes from './MyNeeds.module.css';

/** Nobody of those asked for anything yet. */
export function NoNeeds({ team }: { team: string | undefined }) {
  const { t } = usePilotTranslation();
  const catalogIndex = useRouteRef(catalogIndexRouteRef);
  return (
    <div className={classes.section}>
      <p className={classes.text}>
        {team ? <NoneOf team={team} /> : t('myNeeds.empty')}
      </p>
      {catalogIndex && (
        <div>
          <ButtonLink variant="secondary" href={catalogIndex()}>
            {t('myNeeds.browse')}
          </ButtonLink>
        </div>
      )}
    </div>
  );
}

function NoneOf({ team }: { team: string }) {
  const { t } = usePilotTranslation();
  return <>{t('myNeeds.emptyTeam', { team: useName(team) })}</>;
}
