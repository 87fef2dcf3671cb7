import { usePilotCache } from '../../hooks/usePilotCache';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { useResource } from '../../hooks/useResource';
import { standing } from '../NeedDialog/NeedStep';
import { InternalChip } from '../shared/chips/InternalChip';
import { InterestStatusChip } from '../shared/chips/InterestStatusChip';
import { Instant } from '../shared/Instant';
import classes from './DemandCard.module.css';

/** What became of the reader's own interests, in the place where they asked. */
export function AskedLines({ target }: { target: string }) {
  const { t } = usePilotTranslation();
  const own = useResource(usePilotCache().own(target));
  const asked = own.state === 'ready' ? standing(own.value) : [];
  if (asked.length === 0) return null;
  return (
    <ul className={classes.list}>
      {asked.map(({ id, createdAt, status, internal }) => (
        <li key={id} className={classes.line}>
          <span>
            {t('need.askedWhen', { when: <Instant iso={createdAt} /> })}
          </span>
          <InterestStatusChip status={status} />
          {internal && <InternalChip />}
        </li>
      ))}
    </ul>
  );
}
