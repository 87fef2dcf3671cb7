import { useId, type ReactNode } from 'react';
import { Text } from '@backstage/ui';
import { isHidden } from '../../api/errorStatus';
import type { Page, Pages } from '../../hooks/usePages';
import { LoadFailed } from '../shared/LoadFailed';
import classes from './HomeWidget.module.css';

/** A short list under its title; absent while there is nothing in it. */
export function HomeList<T>(props: {
  title: string;
  list: Pages<Page & { items: readonly T[] }>;
  children: (item: T) => ReactNode;
}) {
  const { title, list, children } = props;
  const id = useId();
  const items = list.pages.flatMap(page => page.items);
  const isFailed = list.error !== undefined && !isHidden(list.error);
  if (items.length === 0 && !isFailed) return null;
  return (
    <section aria-labelledby={id}>
      <Text
        as="h3"
        id={id}
        variant="body-medium"
        weight="bold"
        className={classes.title}
      >
        {title}
      </Text>
      {isFailed && <LoadFailed thing={title} onRetry={list.reload} />}
      {items.length > 0 && (
        <ul className={classes.list}>{items.map(children)}</ul>
      )}
    </section>
  );
}
