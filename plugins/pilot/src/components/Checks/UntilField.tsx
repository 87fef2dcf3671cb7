import { forwardRef, useCallback } from 'react';
import { parseDate } from '@internationalized/date';
import { DateTime } from 'luxon';
import { DatePicker } from '@backstage/ui';
import { formatDay } from '../../format/formatInstant';
import { ownToday } from '../../format/ownToday';
import { useLanguage } from '../../hooks/useLanguage';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import classes from './Checks.module.css';

/** Reason why a day cannot be the last one of an answer. */
type DayRefusal = 'missing' | 'past' | 'late';

/** Asks for the last day of an answer: today or later, within a limit. */
export const UntilField = forwardRef<
  HTMLDivElement,
  {
    label: string;
    /** Such as 2027-03-01. */
    value: string | null;
    /** Days that it may be away. */
    days: number;
    problem?: string;
    onChange: (value: string | null) => void;
  }
>((props, ref) => {
  const { label, value, days, problem, onChange } = props;
  const { t } = usePilotTranslation();
  const isMissing = problem !== undefined && value === null;
  return (
    <DatePicker
      ref={ref}
      className={classes.day}
      label={label}
      // A field without a value is not validated by itself.
      {...(isMissing && { isInvalid: true })}
      description={isMissing ? problem : t('readiness.atMost', { count: days })}
      isRequired
      value={value ? parseDate(value) : null}
      onChange={day => onChange(day?.toString() ?? null)}
      validationBehavior="aria"
      validate={() => problem ?? null}
    />
  );
});

/** Says why a day cannot be the last one of an answer, if it cannot. */
export function useDayProblem(
  days: number,
): (day: string | null) => string | undefined {
  const { t } = usePilotTranslation();
  const language = useLanguage();
  return useCallback(
    day => {
      switch (dayRefusal(day, days)) {
        case 'missing':
          return t('readiness.dateMissing');
        case 'past':
          return t('readiness.datePast');
        case 'late':
          return t('readiness.dateLate', {
            day: formatDay(lastDay(days), language),
          });
        default:
          return undefined;
      }
    },
    [t, language, days],
  );
}

/** The last day that a limit of so many days allows; the API counts days in UTC. */
export function lastDay(days: number, now: DateTime = DateTime.utc()): string {
  return now.toUTC().plus({ days }).toISODate()!;
}

/**
 * Returns why a day such as 2027-03-01 cannot be the last one of an answer;
 * days count from the reader's own today on.
 */
export function dayRefusal(
  day: string | null,
  days: number,
  now: DateTime = DateTime.now(),
): DayRefusal | undefined {
  if (!day) return 'missing';
  if (day < ownToday(now)) return 'past';
  return day > lastDay(days, now) ? 'late' : undefined;
}
