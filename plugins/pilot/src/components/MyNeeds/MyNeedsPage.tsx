import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { Alert, Container, Header, Select } from '@backstage/ui';
import { usePilotCache } from '../../hooks/usePilotCache';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { useResource } from '../../hooks/useResource';
import classes from './MyNeeds.module.css';
import { NeedLists } from './NeedLists';

/** Chosen where no team is. */
const mine = 'mine';

/** Lists the interests of the reader, or of one of their teams. */
export function MyNeedsPage() {
  const { t } = usePilotTranslation();
  const [params, setParams] = useSearchParams();
  const teams = useResource(usePilotCache().teams);
  const [status, setStatus] = useState('');
  const choices = teams.state === 'ready' ? teams.value : [];
  const asked = params.get('team');
  const isMember = choices.some(({ ref }) => ref === asked);
  // A link may be opened before the teams are known, and by somebody else.
  const team =
    asked && (isMember || teams.state === 'loading') ? asked : undefined;
  return (
    <>
      <Header title={t('myNeeds.title')} />
      <Container>
        <div className={classes.page}>
          {choices.length > 0 && (
            <Select
              className={classes.whose}
              label={t('myNeeds.whose')}
              options={[
                { id: mine, label: t('myNeeds.mine') },
                ...choices.map(({ ref, name }) => ({ id: ref, label: name })),
              ]}
              value={team ?? mine}
              onChange={chosen =>
                setParams(chosen === mine ? {} : { team: String(chosen) })
              }
            />
          )}
          {asked && !team && teams.state === 'ready' && (
            <Alert
              status="info"
              role="status"
              icon
              title={t('portfolio.badFilter', { name: `team=${asked}` })}
            />
          )}
          <div role="status">{status}</div>
          <NeedLists key={team ?? mine} team={team} onStatus={setStatus} />
        </div>
      </Container>
    </>
  );
}
