import { useRef } from 'react';

/** Elements that take the focus, in every sort of field. */
const focusable = 'input:not([hidden]), textarea, [role="spinbutton"]';

/** Leads to the first of the fields that are not right yet. */
export function useFirstBadField<K extends string>(
  order: readonly K[],
): {
  ref: (field: K) => (element: HTMLElement | null) => void;
  /** @returns whether one of them is bad; it has the focus then */
  refuse: (isBad: Record<K, boolean>) => boolean;
} {
  const elements = useRef(new Map<K, HTMLElement | null>());
  return {
    ref: field => element => {
      elements.current.set(field, element);
    },
    refuse: isBad => {
      const bad = order.find(field => isBad[field]);
      if (bad === undefined) return false;
      elements.current.get(bad)?.querySelector<HTMLElement>(focusable)?.focus();
      return true;
    },
  };
}
