import { useState } from 'react';
import {
  Button,
  Skeleton,
  ToggleButton,
  ToggleButtonGroup,
} from '@backstage/ui';
import type { Demand, Interest } from '@pilot-to-platform/plugin-pilot-common';
import { useAuthorName, useName } from '../../hooks/useName';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { useRegion } from '../../hooks/useRegion';
import { useResource } from '../../hooks/useResource';
import {
  inboxTabs,
  type DemandTabQuery,
  type InboxTab,
} from '../../hooks/useDemandTabQuery';
import { Panel } from '../shared/Panel';
import { Region } from '../shared/Region';
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
  const [answered, setAnswered] = useState<Answered>();
  const [acknowledged, setAcknowledged] = useState<number>();
  const counts: Record<InboxTab, number | undefined> = {
    open: useCount(lists, 'open'),
    answered: useCount(lists, 'answered'),
    internal: useCount(lists, 'internal'),
  };
  const region = useRegion(lists.of(tab));
  const { target, watch } = demand;
  const showNewer = useNewer({ lists, tab, target, watch });

  if (region.isHidden) return null;
  // Nobody asked: then nothing is answered either.
  if (Object.values(counts).every(count => count === 0)) return null;
  return (
    <Panel
      frame={region.frame}
      title={t('inbox.title')}
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
                region.element.current?.focus();
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
      <Region
        state={region}
        thing={t('inbox.title')}
        outline={<Skeleton width="100%" height="8rem" />}
      >
        {page => (
          <InboxRows
            key={tab}
            lists={lists}
            tab={tab}
            page={page}
            onAnswered={next => {
              setAcknowledged(undefined);
              setAnswered(next);
            }}
          />
        )}
      </Region>
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
