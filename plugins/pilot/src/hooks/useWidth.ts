import { useLayoutEffect, useState, type RefObject } from 'react';

/** Measures an element in whole pixels; the given width until then. */
export function useWidth(
  element: RefObject<HTMLElement>,
  until: number,
): number {
  const [width, setWidth] = useState(until);
  useLayoutEffect(() => {
    const shown = element.current;
    if (!shown) return undefined;
    const measure = () => {
      const measured = Math.floor(shown.getBoundingClientRect().width);
      if (measured > 0) setWidth(measured);
    };
    measure();
    if (typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(measure);
    observer.observe(shown);
    return () => observer.disconnect();
  }, [element]);
  return width;
}
