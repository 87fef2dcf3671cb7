import type { Adoption } from '@pilot-to-platform/plugin-pilot-common';
import { formatAsOf } from '../../format/formatInstant';
import { useLanguage } from '../../hooks/useLanguage';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { Explanation } from '../shared/Explanation';
import classes from './Adoption.module.css';

/** What each number counts. */
export function AdoptionMeaning({ adoption }: { adoption: Adoption }) {
  const { t } = usePilotTranslation();
  const time = formatAsOf(adoption.asOf, useLanguage());
  const { teams } = adoption.satisfaction;
  const meanings = [
    [t('adoption.meaning.adopters'), t('adoption.meaning.adoptersIs')],
    [t('adoption.meaning.days'), t('adoption.meaning.daysIs')],
    [t('adoption.meaning.hands'), t('adoption.meaning.handsIs')],
    [
      t('adoption.meaning.satisfied'),
      t('adoption.meaning.satisfiedIs', { count: teams }),
    ],
  ];
  return (
    <Explanation title={t('adoption.how')}>
      <dl className={classes.meanings}>
        {meanings.map(([name, meaning]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <p className={classes.text}>{t('adoption.asOf', { time })}</p>
    </Explanation>
  );
}
