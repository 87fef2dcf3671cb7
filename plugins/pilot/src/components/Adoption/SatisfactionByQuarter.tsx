import { useId } from 'react';
import { Text } from '@backstage/ui';
import type { Adoption } from '@pilot-to-platform/plugin-pilot-common';
import { useNumbers } from '../../hooks/useNumbers';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { DataTable } from '../shared/DataTable';
import classes from './Adoption.module.css';

/** Shows the answers of adopters by quarter, latest first. */
export function SatisfactionByQuarter(props: {
  quarters: Adoption['satisfaction']['quarters'];
}) {
  const { quarters } = props;
  const { t } = usePilotTranslation();
  const numbers = useNumbers();
  const id = useId();
  return (
    <section className={classes.part} aria-labelledby={id}>
      <Text as="h4" id={id} variant="body-medium" weight="bold">
        {t('adoption.quarters')}
      </Text>
      {quarters.length === 0 ? (
        <p className={classes.text}>{t('adoption.noQuarters')}</p>
      ) : (
        <DataTable
          label={t('adoption.quarters')}
          rows={[...quarters].reverse()}
          keyOf={({ quarter }) => quarter}
          columns={[
            {
              key: 'quarter',
              label: t('adoption.quarter'),
              cell: ({ quarter }) => {
                const [year, number] = quarter.split('-Q');
                return t('adoption.quarterOf', { year, quarter: number });
              },
            },
            {
              key: 'mean',
              label: t('adoption.mean'),
              isNumber: true,
              cell: ({ mean }) =>
                t('adoption.meanOf', { mean: numbers.rating(mean) }),
            },
            {
              key: 'teams',
              label: t('adoption.answers'),
              isNumber: true,
              cell: ({ teams }) => numbers.count(teams),
            },
          ]}
        />
      )}
    </section>
  );
}
