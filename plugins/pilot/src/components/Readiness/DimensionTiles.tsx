import { useId } from 'react';
import { VisuallyHidden } from '@backstage/ui';
import type {
  Dimension,
  Readiness,
} from '@pilot-to-platform/plugin-pilot-common';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { DimensionTile } from './DimensionTile';
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
