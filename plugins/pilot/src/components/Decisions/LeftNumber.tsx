import { Link } from '@backstage/ui';
import type { GateLeft } from '@pilot-to-platform/plugin-pilot-common';
import { useDemandLink } from '../../hooks/useDemandLink';
import { useNumbers } from '../../hooks/useNumbers';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { decisionTexts } from '../../texts/decisionTexts';
import classes from './GateBox.module.css';

/** A number that is not reached: "Teams 2 of 3". */
export function LeftNumber(props: {
  thing: Exclude<GateLeft, { code: 'check' }>;
  target: string;
}) {
  const { thing, target } = props;
  const { code } = thing;
  const { t } = usePilotTranslation();
  const numbers = useNumbers();
  const demandLink = useDemandLink();
  // A newer backend may ask for something that there is no sentence for.
  const isKnown = Object.hasOwn(decisionTexts.gate.number, code);
  return (
    <li className={classes.row}>
      <div className={classes.wide}>
        <span className={classes.name}>
          {isKnown
            ? t(`gate.number.${code}`, {
                value: numbers.score(thing.value),
                needed: numbers.count(thing.needed),
              })
            : code}
        </span>
        {isKnown && (
          <span>
            {t(`gate.numberFix.${code}`)}{' '}
            <Link href={demandLink(target)}>{t('gate.toDemand')}</Link>
          </span>
        )}
      </div>
    </li>
  );
}
