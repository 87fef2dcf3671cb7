import type { DemandPart } from '@pilot-to-platform/plugin-pilot-common';
import { useNumbers } from '../../hooks/useNumbers';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import classes from './DemandCard.module.css';

const columns = ['raw', 'value', 'weight', 'contribution'] as const;

/** The numbers behind a score. */
export function DemandPartsTable(props: { parts: readonly DemandPart[] }) {
  const { t } = usePilotTranslation();
  const numbers = useNumbers();
  return (
    <div className={classes.scroll}>
      <table aria-label={t('demand.parts')} className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('demand.part')}</th>
            {columns.map(column => (
              <th key={column} scope="col">
                {t(`demand.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.parts.map(part => (
            <tr key={part.key}>
              <th scope="row">{t(`demand.${part.key}`)}</th>
              {columns.map(column => (
                <td key={column}>{numbers.part(part[column])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
