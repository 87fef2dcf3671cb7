import { useEffect, useRef, useState } from 'react';
import { AccordionGroup, Button, Text } from '@backstage/ui';
import type {
  Interest,
  InterestPage,
} from '@pilot-to-platform/plugin-pilot-common';
import type { InboxTab } from '../../hooks/useDemandTabQuery';
import { useAction } from '../../hooks/useAction';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { LoadFailed } from '../LoadState/LoadFailed';
import { draftOf, type AnswerDraft } from './answers';
import classes from './Inbox.module.css';
import type { InboxLists } from './InboxLists';
import { InboxRow } from './InboxRow';
import { nextAfter } from './nextAfter';

/** What was just answered, and the row that comes next, if any. */
export interface Answered {
  readonly after: Interest;
  readonly next?: Interest;
}

/** One list of an inbox: one row open at a time. */
export function InboxRows(props: {
  lists: InboxLists;
  tab: InboxTab;
  page: InterestPage;
  drafts: Map<string, AnswerDraft>;
  onAnswered: (answered: Answered) => void;
}) {
  const { lists, tab, page, drafts, onAnswered } = props;
  const { t } = usePilotTranslation();
  const more = useAction();
  const [openId, setOpenId] = useState<string>();
  const [focusId, setFocusId] = useState<string>();
  const [isFinished, setIsFinished] = useState(false);
  // Drafts outlive the rows; only the open one has to show a change.
  const [, redraw] = useState(0);
  const end = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (isFinished) end.current?.focus();
  }, [isFinished, page.items.length]);

  const saved = async (after: Interest) => {
    drafts.delete(after.id);
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
            draft={drafts.get(interest.id) ?? draftOf(interest)}
            onDraft={draft => {
              drafts.set(interest.id, draft);
              redraw(count => count + 1);
            }}
            onSaved={saved}
            onLatest={current => {
              // What was chosen and typed so far is kept.
              drafts.set(
                interest.id,
                drafts.get(interest.id) ?? draftOf(interest),
              );
              if (current) lists.replace(current);
              else lists.of(tab).reload();
            }}
          />
        ))}
      </AccordionGroup>
      {more.error && (
        <LoadFailed thing={t('inbox.moreThing')} onRetry={more.retry} />
      )}
      {page.nextCursor && (
        <div className={classes.line}>
          <Button
            size="small"
            variant="secondary"
            isPending={more.isPending}
            onPress={() => more.run(() => lists.loadMore(tab))}
          >
            {t('state.more')}
          </Button>
        </div>
      )}
    </>
  );
}
