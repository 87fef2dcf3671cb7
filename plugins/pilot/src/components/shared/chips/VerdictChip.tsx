import {
  RiCheckboxCircleFill,
  RiCloseCircleFill,
  RiQuestionLine,
  RiShieldCheckLine,
  RiSubtractLine,
  type RemixiconComponentType,
} from '@remixicon/react';
import type { Verdict } from '@pilot-to-platform/plugin-pilot-common';
import { usePilotTranslation } from '../../../hooks/usePilotTranslation';
import { StatusChip, type ChipFamily, lookOf, unknownLook } from './StatusChip';

const looks: Record<Verdict, [RemixiconComponentType, ChipFamily]> = {
  pass: [RiCheckboxCircleFill, 'positive'],
  fail: [RiCloseCircleFill, 'negative'],
  unknown: [RiQuestionLine, 'open'],
  notApplicable: [RiSubtractLine, 'plain'],
  waived: [RiShieldCheckLine, 'announcement'],
};

/** Shows a verdict. Icon and word tell verdicts apart without colour. */
export function VerdictChip({ verdict }: { verdict: Verdict }) {
  const { t } = usePilotTranslation();
  const [icon, family] = lookOf(looks, verdict, unknownLook);
  return (
    <StatusChip icon={icon} family={family}>
      {t(`verdict.${verdict}`)}
    </StatusChip>
  );
}
