import { RiFlaskLine } from '@remixicon/react';
import type { ComponentProps } from 'react';

/**
 * The icon of the kind Pilot, as large as the text beside it. The catalog graph
 * passes where it goes in a drawing of its own.
 */
export function PilotIcon(props: ComponentProps<typeof RiFlaskLine>) {
  return <RiFlaskLine size="1em" {...props} />;
}
