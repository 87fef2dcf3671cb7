import { useEffect, useState } from 'react';
import type { Readiness } from '@pilot-to-platform/plugin-pilot-common';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { applicableOf, type CheckFilter } from './checkFilter';
import { CheckShows } from './CheckShows';
import { DimensionChecks } from './DimensionChecks';
import { DimensionTiles } from './DimensionTiles';
import classes from './Readiness.module.css';
import { useArrival } from './useArrival';
import { useShownChecks } from './useShownChecks';

/** The checks by dimension, and what to look at of them. */
export function Checks({ readiness }: { readiness: Readiness }) {
  const { t } = usePilotTranslation();
  const arrival = useArrival();
  const [filter, setFilter] = useState<CheckFilter>({ show: 'all' });
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const applicable = applicableOf(readiness);
  const shown = useShownChecks(applicable, filter);
  const { show, dimension: chosen } = filter;
  const { check, key } = arrival ?? {};
  useEffect(() => {
    if (!check) return;
    setFilter({ show: 'all' });
    setOpen(before => new Set([...before, check]));
  }, [check, key]);

  return (
    <>
      <DimensionTiles
        readiness={readiness}
        chosen={chosen}
        onChoose={dimension => setFilter({ show, dimension })}
      />
      <CheckShows
        checks={applicable.filter(
          ({ dimension }) => !chosen || dimension === chosen,
        )}
        show={show}
        onShow={next => setFilter({ ...filter, show: next })}
      />
      {shown.length === 0 && (
        <p className={classes.text}>{t(`readiness.none.${show}`)}</p>
      )}
      {readiness.dimensions.map(score => {
        const isOf = (each: { dimension: string }) =>
          each.dimension === score.dimension;
        const checks = shown.filter(isOf);
        const others =
          show === 'all' && (!chosen || chosen === score.dimension)
            ? readiness.checks.filter(
                each => isOf(each) && each.verdict === 'notApplicable',
              )
            : [];
        return (
          checks.length + others.length > 0 && (
            <DimensionChecks
              key={score.dimension}
              readiness={readiness}
              score={score}
              checks={checks}
              others={others}
              open={open}
              arrival={arrival}
              onOpen={setOpen}
            />
          )
        );
      })}
    </>
  );
}
