import {
  MetricsService,
  MetricsServiceObservableCallback,
} from '@backstage/backend-plugin-api/alpha';

/** One value that was measured. */
export interface Measurement {
  readonly name: string;
  readonly value: number;
  readonly attributes?: object;
}

/** Keeps what is measured. */
export class TestMetrics {
  readonly measured: Measurement[] = [];
  readonly #observed = new Map<string, MetricsServiceObservableCallback>();

  /** Returns the service that the plugin gets. */
  service(): MetricsService {
    const instrument = (name: string) => {
      const keep = (value: number, attributes?: object) => {
        this.measured.push({ name, value, attributes });
      };
      return { add: keep, record: keep };
    };
    const observable = (name: string) => ({
      addCallback: (callback: MetricsServiceObservableCallback) => {
        this.#observed.set(name, callback);
      },
    });
    return {
      createCounter: instrument,
      createHistogram: instrument,
      createObservableGauge: observable,
    } as unknown as MetricsService;
  }

  of(name: string): Measurement[] {
    return this.measured.filter(each => each.name === name);
  }

  /** Returns the value that a gauge shows when somebody looks. */
  async collect(name: string): Promise<number | undefined> {
    let shown: number | undefined;
    await this.#observed.get(name)?.({
      observe: value => {
        shown = value;
      },
    });
    return shown;
  }
}
