import type {
  CheckResult,
  Readiness,
} from '@pilot-to-platform/plugin-pilot-common';

/** Props that the dialogs about one check share. */
export interface CheckDialogProps {
  readonly readiness: Readiness;
  readonly check: CheckResult;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly onDone: (status: string) => void;
}
