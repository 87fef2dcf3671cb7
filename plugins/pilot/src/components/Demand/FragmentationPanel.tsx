import { useMemo, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { Alert, Button } from '@backstage/ui';
import type { FragmentationGroup } from '@pilot-to-platform/plugin-pilot-common';
import { pilotApiRef } from '../../api/pilotApiRef';
import { Resource } from '../../cache/Resource';
import { useAction } from '../../hooks/useAction';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { useResource } from '../../hooks/useResource';
import { FailureAlert } from '../shared/FailureAlert';
import classes from './DemandTab.module.css';
import { FragmentationLines } from './FragmentationLines';
import { dated, LoadedPanel } from '../shared/LoadedPanel';

/** Lists what else teams may be building or asking for; absent if nothing. */
export function FragmentationPanel({ target }: { target: string }) {
  const { t } = usePilotTranslation();
  const api = useApi(pilotApiRef);
  const resource = useMemo(
    () => new Resource(() => dated(api.getFragmentation({ target }))),
    [api, target],
  );
  const loaded = useResource(resource);
  const [dismissed, setDismissed] = useState<string>();
  const undo = useAction();
  const groups = loaded.state === 'ready' ? loaded.value.value.groups : [];

  // It is an extra: nothing stands for it until there is something to say.
  if (loaded.state === 'loading') return null;
  if (loaded.state === 'ready' && groups.length === 0 && !dismissed) {
    return null;
  }
  return (
    <LoadedPanel
      title={
        loaded.state === 'ready'
          ? t('duplicate.title', { total: String(countLines(target, groups)) })
          : t('duplicate.heading')
      }
      resource={resource}
      loaded={loaded}
      height="4rem"
    >
      {({ groups: found }) => (
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
    </LoadedPanel>
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
