import classes from './Meter.module.css';

/** Shows a share as a bar. Its value stands beside it as text. */
export function Meter(props: {
  label: string;
  /** 0 to 1 */
  value: number;
  /** The value in words. */
  text: string;
}) {
  const { label, value, text } = props;
  return (
    <div
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={1}
      aria-valuenow={value}
      aria-valuetext={text}
      className={classes.track}
    >
      <div className={classes.bar} style={{ inlineSize: `${value * 100}%` }} />
    </div>
  );
}
