import type {
  CheckResult,
  Readiness,
} from '@pilot-to-platform/plugin-pilot-common';

/** What the dialogs about one check have in common. */
export interface CheckDialogProps {
  readonly readiness: Readiness;
  readonly check: CheckResult;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly onDone: (status: string) => void;
}
