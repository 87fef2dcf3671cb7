import { useRef, useState } from 'react';
import {
  Button,
  Skeleton,
  ToggleButton,
  ToggleButtonGroup,
} from '@backstage/ui';
import type { Demand, Interest } from '@pilot-to-platform/plugin-pilot-common';
import { isHidden } from '../../api/errorStatus';
import { useAuthorName, useName } from '../../hooks/useName';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { useResource } from '../../hooks/useResource';
import {
  inboxTabs,
  type DemandTabQuery,
  type InboxTab,
} from '../../hooks/useDemandTabQuery';
import { LoadFailed } from '../shared/LoadFailed';
import { LoadingPart } from '../shared/LoadingPart';
import { Panel } from '../shared/Panel';
import { AcknowledgeAll } from './AcknowledgeAll';
import classes from './Inbox.module.css';
import type { InboxLists } from './InboxLists';
import { InboxRows, type Answered } from './InboxRows';
import { useNewer } from './useNewer';

/** The interests in a target: all may read them, its owners answer. */
export function Inbox(props: {
  demand: Demand;
  lists: InboxLists;
  query: DemandTabQuery;
}) {
  const { demand, lists, query } = props;
  const { inbox: tab, set } = query;
  const { t } = usePilotTranslation();
  const region = useRef<HTMLElement>(null);
  const [answered, setAnswered] = useState<Answered>();
  const [acknowledged, setAcknowledged] = useState<number>();
  const counts: Record<InboxTab, number | undefined> = {
    open: useCount(lists, 'open'),
    answered: useCount(lists, 'answered'),
    internal: useCount(lists, 'internal'),
  };
  const list = useResource(lists.of(tab));
  const { target, watch } = demand;
  const showNewer = useNewer({ lists, tab, target, watch });
  const retry = () => {
    region.current?.focus();
    lists.of(tab).reload();
  };

  if (list.state === 'failed' && isHidden(list.error)) return null;
  // Nobody asked: then nothing is answered either.
  if (Object.values(counts).every(count => count === 0)) return null;
  return (
    <Panel
      ref={region}
      title={t('inbox.title')}
      isBusy={list.state === 'loading'}
      actions={
        <div className={classes.line}>
          <ToggleButtonGroup
            aria-label={t('inbox.which')}
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[tab]}
            onSelectionChange={keys => {
              setAnswered(undefined);
              set({ inbox: [...keys][0] as InboxTab });
            }}
          >
            {inboxTabs.map(each => (
              <ToggleButton key={each} id={each}>
                {counts[each] === undefined
                  ? t(`inbox.${each}`)
                  : t('inbox.tab', {
                      name: t(`inbox.${each}`),
                      total: String(counts[each]),
                    })}
              </ToggleButton>
            ))}
          </ToggleButtonGroup>
          {demand.can.triage === true && tab === 'open' && (
            <AcknowledgeAll
              lists={lists}
              count={counts.open ?? 0}
              onDone={count => {
                setAnswered(undefined);
                setAcknowledged(count);
                region.current?.focus();
              }}
            />
          )}
        </div>
      }
    >
      <div role="status">
        {answered && <AnsweredStatus answered={answered} />}
        {!answered &&
          acknowledged !== undefined &&
          t('inbox.acknowledged', { count: acknowledged })}
      </div>
      {showNewer && (
        <div className={classes.line} role="status">
          <Button size="small" variant="secondary" onPress={showNewer}>
            {t('state.updated')}
          </Button>
        </div>
      )}
      {list.state === 'loading' && (
        <LoadingPart
          thing={t('inbox.title')}
          outline={<Skeleton width="100%" height="8rem" />}
        />
      )}
      {list.state === 'failed' && (
        <LoadFailed thing={t('inbox.title')} onRetry={retry} />
      )}
      {list.state === 'ready' && (
        <InboxRows
          key={tab}
          lists={lists}
          tab={tab}
          page={list.value}
          onAnswered={next => {
            setAcknowledged(undefined);
            setAnswered(next);
          }}
        />
      )}
    </Panel>
  );
}

function useCount(lists: InboxLists, tab: InboxTab): number | undefined {
  const list = useResource(lists.of(tab));
  return list.state === 'ready' ? list.value.total : undefined;
}

/** "Planned. Dana is told. Next: Checkout." */
function AnsweredStatus({ answered }: { answered: Answered }) {
  const { after, next } = answered;
  const { t } = usePilotTranslation();
  const author = useAuthorName(after);
  const status = t(`status.${after.status}`);
  return (
    <>
      {t('inbox.saved', { status, author })}
      {next && <Next interest={next} />}
    </>
  );
}

function Next({ interest }: { interest: Interest }) {
  const { t } = usePilotTranslation();
  return <> {t('inbox.next', { team: useName(interest.team) })}</>;
}
