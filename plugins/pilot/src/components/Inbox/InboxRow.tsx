import { useEffect, useRef } from 'react';
import { Accordion, AccordionPanel, AccordionTrigger } from '@backstage/ui';
import type { Interest } from '@pilot-to-platform/plugin-pilot-common';
import { useName } from '../../hooks/useName';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { concreteness } from '../../format/concreteness';
import { InterestStatusChip } from '../shared/chips/InterestStatusChip';
import { UrgencyLabel } from '../shared/chips/UrgencyLabel';
import { Instant } from '../shared/Instant';
import classes from './Inbox.module.css';
import { InboxFacts } from './InboxFacts';
import { TriageForm } from './TriageForm';

/** An interest in one line; opened, all of it and the form to answer it. */
export function InboxRow(props: {
  interest: Interest;
  isOpen: boolean;
  takesFocus: boolean;
  isFollowed: boolean;
  onSaved: (after: Interest) => Promise<void>;
  onLatest: (current: Interest | undefined) => void;
}) {
  const { interest, isOpen, takesFocus, ...form } = props;
  const { t } = usePilotTranslation();
  const trigger = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takesFocus) trigger.current?.querySelector('button')?.focus();
  }, [takesFocus]);
  const { specificity, otherwise, status } = interest;
  return (
    <Accordion id={interest.id} className={classes.row}>
      <AccordionTrigger ref={trigger} level={4}>
        <span className={classes.summary}>
          <span className={classes.team}>{useName(interest.team)}</span>
          <UrgencyLabel urgency={interest.urgency} />
          <span>{t(`concrete.${concreteness(specificity)}`)}</span>
          {otherwise && <span>{t(`otherwise.${otherwise}`)}</span>}
          <Instant iso={interest.createdAt} />
          {status !== 'open' && <InterestStatusChip status={status} />}
        </span>
      </AccordionTrigger>
      <AccordionPanel>
        {isOpen && (
          <div className={classes.panel}>
            <InboxFacts interest={interest} />
            {interest.can.triage === true && (
              <TriageForm interest={interest} {...form} />
            )}
          </div>
        )}
      </AccordionPanel>
    </Accordion>
  );
}
