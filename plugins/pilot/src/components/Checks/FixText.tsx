import { Link } from '@backstage/ui';
import type { CheckResult } from '@pilot-to-platform/plugin-pilot-common';
import { useFixLink } from '../../hooks/useFixLink';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';

/** How to put a check right, and the way there. */
export function FixText(props: {
  target: string;
  fix: Pick<CheckResult['fix'], 'text' | 'link'>;
}) {
  const { target, fix } = props;
  const { t } = usePilotTranslation();
  const link = useFixLink(target)(fix.link);
  return (
    <>
      {fix.text}{' '}
      {link && (
        <Link
          href={link.href}
          {...(link.isElsewhere && {
            target: '_blank',
            rel: 'noopener noreferrer',
          })}
        >
          {t(`readiness.fixLink.${link.place}`)}
        </Link>
      )}
    </>
  );
}
