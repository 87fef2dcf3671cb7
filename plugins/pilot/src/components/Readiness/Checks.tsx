import { useEffect, useState, useRef } from 'react';
import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import type {
  Readiness,
  CheckResult,
} from '@pilot-to-platform/plugin-pilot-common';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import {
  applicableOf,
  type CheckFilter,
  checkShows,
  isShown,
  type CheckShow,
} from './checkFilter';
import { DimensionChecks } from './DimensionChecks';
import { DimensionTiles } from './DimensionTiles';
import classes from './Readiness.module.css';
import { useArrival } from './useArrival';

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

/** Chooses the checks to look at, each choice with its number. */
function CheckShows(props: {
  checks: readonly CheckResult[];
  show: CheckShow;
  onShow: (show: CheckShow) => void;
}) {
  const { checks, show, onShow } = props;
  const { t } = usePilotTranslation();
  return (
    <ToggleButtonGroup
      aria-label={t('readiness.which')}
      className={classes.shows}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[show]}
      onSelectionChange={keys => onShow([...keys][0] as CheckShow)}
    >
      {checkShows.map(each => (
        <ToggleButton key={each} id={each}>
          {t('readiness.tab', {
            name: t(`readiness.show.${each}`),
            total: String(checks.filter(check => isShown(check, each)).length),
          })}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}

/**
 * The checks that a filter shows, in an order that stays as long as the filter
 * does: a row that was just answered must not go from under the reader.
 */
function useShownChecks(
  applicable: readonly CheckResult[],
  filter: CheckFilter,
): readonly CheckResult[] {
  const { show, dimension } = filter;
  const shown = useRef<{ key: string; ids: readonly string[] }>();
  const key = `${show} ${dimension}`;
  const before = shown.current?.key === key ? shown.current.ids : [];
  const byId = new Map(applicable.map(check => [check.id, check]));
  const added = applicable
    .filter(
      check =>
        isShown(check, show) &&
        (!dimension || check.dimension === dimension) &&
        !before.includes(check.id),
    )
    .map(({ id }) => id);
  const ids = [...before.filter(id => byId.has(id)), ...added];
  shown.current = { key, ids };
  return ids.map(id => byId.get(id)!);
}
