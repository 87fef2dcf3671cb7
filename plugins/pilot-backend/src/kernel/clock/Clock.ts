/**
 * Reading of the database's clock, in milliseconds since 1970, at some instant
 * between two others of this process's own count of milliseconds.
 */
export interface ClockReading {
  readonly at: number;
  readonly sent: number;
  readonly received: number;
}

/**
 * Tells the time that everything stored goes by, without asking anybody: that of
 * the database. One that a test makes up stands for the database's.
 */
export interface Clock {
  (): Date;
  /** Goes by a reading of the database's clock from now on, and says when that was. */
  readonly follow?: (reading: ClockReading) => Date;
}

/**
 * Returns the time of a write: that of the database's clock in its transaction,
 * unless the clock that is given stands for that of the database.
 */
export function timeOfWrite(
  reading: ClockReading | undefined,
  clock?: Clock,
): Date {
  if (!clock) {
    return reading ? new Date(reading.at) : new Date();
  }
  return reading && clock.follow ? clock.follow(reading) : clock();
}
