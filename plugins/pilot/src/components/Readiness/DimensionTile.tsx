import type { DimensionScore } from '@pilot-to-platform/plugin-pilot-common';
import { useNumbers } from '../../hooks/useNumbers';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { Meter } from '../shared/Meter';
import { DimensionLabel } from '../shared/chips/DimensionLabel';
import classes from './Readiness.module.css';

/** One dimension: how far it is, and what holds it down. */
export function DimensionTile(props: {
  score: DimensionScore;
  isWeakest: boolean;
  isChosen: boolean;
  onPress: () => void;
}) {
  const { score, isWeakest, isChosen, onPress } = props;
  const { dimension, failed, unknown } = score;
  const { t } = usePilotTranslation();
  const numbers = useNumbers();
  const percent = score.score === null ? null : numbers.percent(score.score);
  const facts = [
    failed > 0 && t('readiness.toDo', { count: failed }),
    unknown > 0 && t('readiness.unknown', { count: unknown }),
    isWeakest && t('readiness.weakest'),
  ].filter(Boolean);
  const nothing =
    percent === null ? t('readiness.noneApplies') : t('readiness.nothingToDo');
  return (
    <li className={classes.tile} data-chosen={isChosen || undefined}>
      <span className={classes.ends}>
        {/* The meter would not be read inside of the button. */}
        <button
          type="button"
          className={classes.tileButton}
          aria-pressed={isChosen}
          onClick={onPress}
        >
          <DimensionLabel dimension={dimension} />
        </button>
        {percent !== null && <span className={classes.percent}>{percent}</span>}
      </span>
      {percent !== null && (
        <Meter
          label={t(`dimension.${dimension}`)}
          value={score.score!}
          text={percent}
        />
      )}
      <span>{facts.length > 0 ? facts.join(' · ') : nothing}</span>
    </li>
  );
}
