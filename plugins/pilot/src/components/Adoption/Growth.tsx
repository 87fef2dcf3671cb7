import { useId, useState } from 'react';
import { DateTime } from 'luxon';
import { Text, ToggleButton } from '@backstage/ui';
import type { Adoption } from '@pilot-to-platform/plugin-pilot-common';
import { useLanguage } from '../../hooks/useLanguage';
import { useNumbers } from '../../hooks/useNumbers';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { BarChart } from '../shared/charts/BarChart';
import { DataTable } from '../shared/DataTable';
import classes from './Adoption.module.css';

/** Charts the adopters at the end of each month. */
export function Growth({ growth }: { growth: Adoption['growth'] }) {
  const { t } = usePilotTranslation();
  const language = useLanguage();
  const numbers = useNumbers();
  const [isTable, setIsTable] = useState(false);
  const id = useId();
  const [first] = growth;
  const last = growth.at(-1);
  if (!first || !last) return null;
  const sentence = t('adoption.growthIs', {
    first: numbers.count(first.adopters),
    last: numbers.count(last.adopters),
  });
  return (
    <section className={classes.part} aria-labelledby={id}>
      <div className={classes.ends}>
        <Text as="h4" id={id} variant="body-medium" weight="bold">
          {t('adoption.growth')}
        </Text>
        <ToggleButton isSelected={isTable} onChange={setIsTable}>
          {t('adoption.asTable')}
        </ToggleButton>
      </div>
      {isTable ? (
        <DataTable
          label={t('adoption.growth')}
          rows={[...growth].reverse()}
          keyOf={({ month }) => month}
          columns={[
            {
              key: 'month',
              label: t('adoption.month'),
              cell: ({ month }) => formatMonth(month, language),
            },
            {
              key: 'adopters',
              label: t('adoption.adopters'),
              isNumber: true,
              cell: ({ adopters }) => numbers.count(adopters),
            },
          ]}
        />
      ) : (
        <figure className={classes.figure}>
          <BarChart
            label={sentence}
            bars={growth.map(({ month, adopters }) => ({
              key: month,
              name: formatMonth(month, language, 'short'),
              value: adopters,
              text: numbers.count(adopters),
            }))}
          />
          <figcaption className={classes.text}>{sentence}</figcaption>
        </figure>
      )}
    </section>
  );
}

/** A month such as `2026-11`: "Nov 2026", or where little room is "Nov". */
function formatMonth(
  month: string,
  language: string,
  length: 'full' | 'short' = 'full',
): string {
  return DateTime.fromISO(month, { zone: 'utc', locale: language }).toFormat(
    length === 'full' ? 'LLL yyyy' : 'LLL',
  );
}
