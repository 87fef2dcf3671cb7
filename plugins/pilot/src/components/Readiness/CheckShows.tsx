import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import type { CheckResult } from '@pilot-to-platform/plugin-pilot-common';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { checkShows, isShown, type CheckShow } from './checkFilter';
import classes from './Readiness.module.css';

/** Which of the checks to look at, each with its number. */
export function CheckShows(props: {
  checks: readonly CheckResult[];
  show: CheckShow;
  onShow: (show: CheckShow) => void;
}) {
  const { checks, show, onShow } = props;
  const { t } = usePilotTranslation();
  return (
    <ToggleButtonGroup
      aria-label={t('readiness.which')}
      className={classes.shows}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[show]}
      onSelectionChange={keys => onShow([...keys][0] as CheckShow)}
    >
      {checkShows.map(each => (
        <ToggleButton key={each} id={each}>
          {t('readiness.tab', {
            name: t(`readiness.show.${each}`),
            total: String(checks.filter(check => isShown(check, each)).length),
          })}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
