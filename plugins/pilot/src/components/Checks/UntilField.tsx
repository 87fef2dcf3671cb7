import { forwardRef } from 'react';
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
    /** It was tried to send this day. */
    isTried: boolean;
    onChange: (value: string | null) => void;
  }
>((props, ref) => {
  const { label, value, days, isTried, onChange } = props;
  const { t } = usePilotTranslation();
  const language = useLanguage();
  const problem = () => {
    switch (isTried ? dayRefusal(value, days) : undefined) {
      case 'missing':
        return t('readiness.dateMissing');
      case 'past':
        return t('readiness.datePast');
      case 'late':
        return t('readiness.dateLate', {
          day: formatDay(lastDay(days), language),
        });
      default:
        return null;
    }
  };
  const text = problem();
  const isMissing = text !== null && value === null;
  return (
    <DatePicker
      ref={ref}
      className={classes.day}
      label={label}
      // A field without a value is not validated by itself.
      {...(isMissing && { isInvalid: true })}
      description={isMissing ? text : t('readiness.atMost', { count: days })}
      isRequired
      value={value ? parseDate(value) : null}
      onChange={day => onChange(day?.toString() ?? null)}
      validationBehavior="aria"
      validate={() => text}
    />
  );
});

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
