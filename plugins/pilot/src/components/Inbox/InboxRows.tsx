import { useEffect, useRef, useState } from 'react';
import { AccordionGroup, Text } from '@backstage/ui';
import type {
  Interest,
  InterestPage,
} from '@pilot-to-platform/plugin-pilot-common';
import { useAction } from '../../hooks/useAction';
import { usePilotCache } from '../../hooks/usePilotCache';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import type { InboxTab } from '../../hooks/useDemandTabQuery';
import { ShowMore } from '../shared/ShowMore';
import { triageForm } from './answers';
import classes from './Inbox.module.css';
import type { InboxLists } from './InboxLists';
import { InboxRow } from './InboxRow';

/** The interest just answered, and the row that comes next, if any. */
export interface Answered {
  readonly after: Interest;
  readonly next?: Interest;
}

/** One list of an inbox: one row open at a time. */
export function InboxRows(props: {
  lists: InboxLists;
  tab: InboxTab;
  page: InterestPage;
  onAnswered: (answered: Answered) => void;
}) {
  const { lists, tab, page, onAnswered } = props;
  const { t } = usePilotTranslation();
  const more = useAction();
  const { formDrafts } = usePilotCache();
  // What was typed before is shown at once.
  const [openId, setOpenId] = useState(
    () => page.items.find(item => formDrafts.of(triageForm(item)))?.id,
  );
  const [focusId, setFocusId] = useState<string>();
  const [isFinished, setIsFinished] = useState(false);
  const end = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (isFinished) end.current?.focus();
  }, [isFinished, page.items.length]);

  const saved = async (after: Interest) => {
    if (tab !== 'open') {
      lists.settle(after);
      onAnswered({ after });
      return;
    }
    if (page.items.length === 1) await lists.loadMore(tab);
    const now = lists.of(tab).current();
    const items = now.state === 'ready' ? now.value.items : page.items;
    const next = nextAfter(items, after.id);
    setOpenId(next?.id);
    setFocusId(next?.id);
    setIsFinished(!next);
    lists.settle(after);
    onAnswered({ after, next });
  };

  if (page.items.length === 0) {
    return (
      <Text as="p" ref={end} tabIndex={-1} className={classes.text}>
        {t(tab === 'open' ? 'inbox.done' : `inbox.none.${tab}`)}
      </Text>
    );
  }
  return (
    <>
      <AccordionGroup
        className={classes.rows}
        expandedKeys={openId ? [openId] : []}
        onExpandedChange={keys => {
          setOpenId([...keys].map(String)[0]);
          setFocusId(undefined);
        }}
      >
        {page.items.map(interest => (
          <InboxRow
            key={interest.id}
            interest={interest}
            isOpen={interest.id === openId}
            takesFocus={interest.id === focusId}
            isFollowed={tab === 'open'}
            onSaved={saved}
            onLatest={current => {
              if (current) lists.replace(current);
              else lists.of(tab).reload();
            }}
          />
        ))}
      </AccordionGroup>
      {page.nextCursor && (
        <div className={classes.line}>
          <ShowMore
            thing={t('inbox.moreThing')}
            list={{
              more: () => more.run(() => lists.loadMore(tab)),
              isMorePending: more.isPending,
              moreError: more.error,
            }}
          />
        </div>
      )}
    </>
  );
}

/** The row to go on with: the one below, or at the end the first one left. */
function nextAfter(
  items: readonly Interest[],
  id: string,
): Interest | undefined {
  const at = items.findIndex(item => item.id === id);
  return items[at + 1] ?? items.find(item => item.id !== id);
}
