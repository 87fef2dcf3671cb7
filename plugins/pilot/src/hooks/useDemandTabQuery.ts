import { useCallback } from 'react';
import { DateTime } from 'luxon';
import { useSearchParams } from 'react-router-dom';

/** Ranges of a trend. */
export const trendRanges = ['3m', '1y', 'all'] as const;
/** One of {@link trendRanges}. */
export type TrendRange = (typeof trendRanges)[number];

/** The interests that an inbox shows. */
export const inboxTabs = ['open', 'answered', 'internal'] as const;
/** One of {@link inboxTabs}. */
export type InboxTab = (typeof inboxTabs)[number];

/** State of a Demand tab in its address: nothing else remembers it. */
export interface DemandTabQuery {
  readonly range: TrendRange;
  readonly inbox: InboxTab;
  /** True where the address names an inbox; else the first one is shown. */
  readonly isInboxChosen: boolean;
  /** The instant of the past to look at. */
  readonly asOf?: string;
  /** Text in the place of a date that is none. */
  readonly badDate?: string;
  set(change: { range?: TrendRange; inbox?: InboxTab; asOf?: undefined }): void;
}

/** @param now - after which no date is in the past */
export function useDemandTabQuery(
  now: DateTime = DateTime.now(),
): DemandTabQuery {
  const [params, setParams] = useSearchParams();
  const asOf = params.get('asOf') ?? undefined;
  const instant = asOf && DateTime.fromISO(asOf, { zone: 'utc' });
  const isPast = Boolean(instant && instant.isValid && instant < now);
  const inbox = oneOf(inboxTabs, params.get('inbox'));
  const set = useCallback<DemandTabQuery['set']>(
    change =>
      setParams(
        before => {
          const after = new URLSearchParams(before);
          for (const [name, value] of Object.entries(change)) {
            if (value === undefined) after.delete(name);
            else after.set(name, value);
          }
          return after;
        },
        // Back leads to where one was before, not to another look at it.
        { replace: true, preventScrollReset: true },
      ),
    [setParams],
  );
  return {
    range: oneOf(trendRanges, params.get('range')) ?? '1y',
    inbox: inbox ?? 'open',
    isInboxChosen: inbox !== undefined,
    asOf: isPast ? asOf : undefined,
    badDate: isPast ? undefined : asOf,
    set,
  };
}

function oneOf<T extends string>(
  all: readonly T[],
  value: string | null,
): T | undefined {
  return all.find(each => each === value);
}
