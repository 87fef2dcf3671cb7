import { useState } from 'react';
import { Alert, Button } from '@backstage/ui';
import type { Interest } from '@pilot-to-platform/plugin-pilot-common';
import { useAction } from '../../hooks/useAction';
import { useLanguage } from '../../hooks/useLanguage';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { useRefLabel } from '../../hooks/useRefLabel';
import { useTriage } from './useTriage';
import type { InboxLists } from './InboxLists';

/** Tells the authors of all open interests that they were seen, one call each. */
export function AcknowledgeAll(props: {
  lists: InboxLists;
  count: number;
  onDone: (acknowledged: number) => void;
}) {
  const { lists, count, onDone } = props;
  const { t } = usePilotTranslation();
  const labelOf = useRefLabel();
  const list = new Intl.ListFormat(useLanguage());
  const triage = useTriage();
  const action = useAction();
  const [failed, setFailed] = useState<readonly Interest[]>([]);

  const acknowledge = () =>
    action.run(async () => {
      setFailed([]);
      const open = (await lists.all('open')).filter(
        ({ can }) => can.triage === true,
      );
      const left: Interest[] = [];
      for (const interest of open) {
        try {
          lists.settle(await triage(interest, { status: 'acknowledged' }));
        } catch {
          left.push(interest);
        }
      }
      setFailed(left);
      onDone(open.length - left.length);
      // Somebody else may have been quicker, which their rows do not say yet.
      if (left.length > 0) lists.of('open').expire();
    });

  return (
    <>
      {count > 0 && (
        <Button
          size="small"
          variant="secondary"
          isPending={action.isPending}
          onPress={acknowledge}
        >
          {t('inbox.acknowledgeAll', { total: String(count) })}
        </Button>
      )}
      {(failed.length > 0 || action.error) && (
        <Alert
          status="danger"
          role="alert"
          icon
          title={
            action.error
              ? t('need.saveFailed')
              : t('inbox.notAcknowledged', {
                  teams: list.format(failed.map(({ team }) => labelOf(team))),
                })
          }
          customActions={
            <Button size="small" variant="secondary" onPress={acknowledge}>
              {t('state.retry')}
            </Button>
          }
        />
      )}
    </>
  );
}
