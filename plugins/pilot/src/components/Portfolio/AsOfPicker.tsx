import { useEffect, useState } from 'react';
import { parseDate, type CalendarDate } from '@internationalized/date';
import { DateTime } from 'luxon';
import { DatePicker } from '@backstage/ui';
import { ownToday } from '../../format/ownToday';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';

const dateOf = (day: string | undefined) => (day ? parseDate(day) : null);

/** Which day to look at: today, unless another one is chosen. */
export function AsOfPicker(props: {
  asOf: string | undefined;
  onChange: (asOf: string | undefined) => void;
}) {
  const { asOf, onChange } = props;
  const { t } = usePilotTranslation();
  const today = ownToday();
  const utcToday = DateTime.utc().toISODate();
  // While a year is typed it is one of long ago, or of the future.
  const [typed, setTyped] = useState<CalendarDate | null>(dateOf(asOf));
  useEffect(() => setTyped(dateOf(asOf)), [asOf]);
  const isFuture = typed !== null && typed.toString() > today;

  const choose = (value: CalendarDate | null) => {
    setTyped(value);
    const day = value?.toString();
    // A past day is one that has ended, as the API counts days in UTC; in the east today's begin earlier.
    const isPast = day !== undefined && day < today && day < utcToday;
    if (!value || !day || (day <= today && !isPast)) onChange(undefined);
    else if (value.year >= 2000 && isPast) onChange(day);
  };
  return (
    <DatePicker
      label={t('portfolio.asOf')}
      value={typed}
      onChange={value => choose(value as CalendarDate | null)}
      maxValue={parseDate(today)}
      validationBehavior="aria"
      isInvalid={isFuture}
      description={isFuture ? t('portfolio.asOfFuture') : undefined}
    />
  );
}
