import type { DemandPart } from '@pilot-to-platform/plugin-pilot-common';
import { useNumbers } from '../../hooks/useNumbers';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import classes from './DemandCard.module.css';

const figures = ['raw', 'value', 'weight', 'contribution'] as const;

/** One part of a score: what it says, then its numbers. */
export function DemandPartLine(props: { part: DemandPart; sentence: string }) {
  const { part, sentence } = props;
  const { t } = usePilotTranslation();
  const numbers = useNumbers();
  return (
    <div>
      <dt>{t(`demand.${part.key}`)}</dt>
      <dd>{sentence}</dd>
      <dd className={classes.figure}>
        {figures
          .map(key => `${t(`demand.${key}`)} ${numbers.part(part[key])}`)
          .join(' · ')}
      </dd>
    </div>
  );
}
