import { useMemo, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { Alert, Button } from '@backstage/ui';
import type { FragmentationGroup } from '@pilot-to-platform/plugin-pilot-common';
import { pilotApiRef } from '../../api/pilotApiRef';
import { Resource } from '../../cache/Resource';
import { useAction } from '../../hooks/useAction';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { useRegion } from '../../hooks/useRegion';
import { FailureAlert } from '../shared/FailureAlert';
import classes from './DemandTab.module.css';
import { FragmentationLines } from './FragmentationLines';
import { Panel } from '../shared/Panel';
import { Region } from '../shared/Region';

/** Lists what else teams may be building or asking for; absent if nothing. */
export function FragmentationPanel({ target }: { target: string }) {
  const { t } = usePilotTranslation();
  const api = useApi(pilotApiRef);
  const resource = useMemo(
    () =>
      new Resource(async () => (await api.getFragmentation({ target })).groups),
    [api, target],
  );
  const region = useRegion(resource);
  const groups = region.value;
  const [dismissed, setDismissed] = useState<string>();
  const undo = useAction();

  // It is an extra: nothing stands for it until there is something to say.
  if (region.isLoading || region.isHidden) return null;
  if (groups?.length === 0 && !dismissed) return null;
  const title = groups
    ? t('duplicate.title', { total: String(countLines(target, groups)) })
    : t('duplicate.heading');
  return (
    <Panel frame={region.frame} title={title}>
      <Region state={region} thing={title}>
        {found => (
          <>
            <ul className={classes.list}>
              {found.map(group => (
                <FragmentationLines
                  key={group.key}
                  target={target}
                  group={group}
                  onDismissed={id => {
                    setDismissed(id);
                    resource.reload();
                  }}
                  onLatest={() => resource.reload()}
                />
              ))}
            </ul>
            <div role="status">
              {dismissed && (
                <Alert
                  status="info"
                  title={t('duplicate.dismissed')}
                  customActions={
                    <Button
                      size="small"
                      variant="secondary"
                      isPending={undo.isPending}
                      onPress={() =>
                        undo.run(async () => {
                          await api.restoreFragmentation(dismissed);
                          setDismissed(undefined);
                          resource.reload();
                        })
                      }
                    >
                      {t('duplicate.undo')}
                    </Button>
                  }
                />
              )}
            </div>
            {undo.error && (
              <FailureAlert
                error={undo.error}
                attempt="change"
                onRetry={undo.retry}
                onLatest={() => resource.reload()}
              />
            )}
          </>
        )}
      </Region>
    </Panel>
  );
}

/** As many as are listed: plans of teams, and targets that look alike. */
function countLines(
  target: string,
  groups: readonly FragmentationGroup[],
): number {
  return groups.reduce(
    (sum, { otherwise, members }) =>
      sum +
      otherwise.length +
      members.filter(member => member.target !== target).length,
    0,
  );
}
