import { useId } from 'react';
import { VisuallyHidden } from '@backstage/ui';
import type {
  Dimension,
  Readiness,
  DimensionScore,
} from '@pilot-to-platform/plugin-pilot-common';
import { useNumbers } from '../../hooks/useNumbers';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { DimensionLabel } from '../shared/chips/DimensionLabel';
import { Meter } from '../shared/Meter';
import classes from './Readiness.module.css';

/** The four dimensions; pressing one shows only its checks. */
export function DimensionTiles(props: {
  readiness: Readiness;
  chosen: Dimension | undefined;
  onChoose: (dimension: Dimension | undefined) => void;
}) {
  const { readiness, chosen, onChoose } = props;
  const { t } = usePilotTranslation();
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <VisuallyHidden>
        <h3 id={id}>{t('readiness.dimensions')}</h3>
      </VisuallyHidden>
      <ul className={classes.tiles}>
        {readiness.dimensions.map(score => (
          <DimensionTile
            key={score.dimension}
            score={score}
            isWeakest={
              // Where all is done, none holds the others down.
              score.dimension === readiness.weakest && score.score !== 1
            }
            isChosen={score.dimension === chosen}
            onPress={() =>
              onChoose(score.dimension === chosen ? undefined : score.dimension)
            }
          />
        ))}
      </ul>
    </section>
  );
}

/** One dimension: how far it is, and what holds it down. */
function DimensionTile(props: {
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
