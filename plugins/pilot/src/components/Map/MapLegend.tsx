import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import classes from './Map.module.css';
import { shapes, type Shape } from './mapMarks';
import { MarkShape } from './MarkShape';

/** Explains the shapes and the filling of the marks. */
export function MapLegend() {
  const { t } = usePilotTranslation();
  const running = ['pilot', 'demand', 'build-out', 'platform'] as const;
  return (
    <ul className={classes.legend} aria-label={t('map.legend')}>
      {running.map(phase => (
        <Entry key={phase} shape={shapes[phase]}>
          {t(`phase.${phase}`)}
        </Entry>
      ))}
      <Entry shape="cross">{t('map.ended')}</Entry>
      <Entry shape="circle" isFilled>
        {t('map.filled')}
      </Entry>
    </ul>
  );
}

function Entry(props: { shape: Shape; isFilled?: boolean; children: string }) {
  const { shape, isFilled = false, children } = props;
  return (
    <li className={classes.entry}>
      <svg
        aria-hidden="true"
        width={16}
        height={16}
        viewBox="-8 -8 16 16"
        className={classes.symbol}
      >
        <MarkShape shape={shape} isFilled={isFilled} />
      </svg>
      {children}
    </li>
  );
}
