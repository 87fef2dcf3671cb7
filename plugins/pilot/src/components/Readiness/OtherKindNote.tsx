import { parseEntityRef } from '@backstage/catalog-model';
import { Link, Text } from '@backstage/ui';
import type { Readiness } from '@pilot-to-platform/plugin-pilot-common';
import { useKindWord } from '../../hooks/useKindWord';
import { useName } from '../../hooks/useName';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { useReadinessLink } from '../../hooks/useReadinessLink';
import classes from './Readiness.module.css';

/** Says of what the checks are, and whose launch looks at them. */
export function OtherKindNote({ readiness }: { readiness: Readiness }) {
  const { t } = usePilotTranslation();
  const kind = useKindWord(parseEntityRef(readiness.target).kind);
  return (
    <div className={classes.lines}>
      <Text as="p" weight="bold" className={classes.text}>
        {t('readiness.checksFor', { kind })}
      </Text>
      {readiness.pilots.map(pilot => (
        <Implements key={pilot} pilot={pilot} />
      ))}
    </div>
  );
}

function Implements({ pilot }: { pilot: string }) {
  const { t } = usePilotTranslation();
  const readinessLink = useReadinessLink();
  const name = useName(pilot);
  return (
    <Text as="p" className={classes.text}>
      {t('readiness.implements', {
        pilot: <Link href={readinessLink(pilot)}>{name}</Link>,
      })}
    </Text>
  );
}
