import { Resource } from './Resource';

/** A load that answers when told to. */
function heldBack<T>() {
  const waiting: Array<{
    resolve: (value: T) => void;
    reject: (error: Error) => void;
  }> = [];
  const load = jest.fn(
    () =>
      new Promise<T>((resolve, reject) => {
        waiting.push({ resolve, reject });
      }),
  );
  return { load, waiting };
}

const settle = () => new Promise(resolve => setTimeout(resolve));

describe('Resource', () => {
  it('loads once for all who want it', async () => {
    const load = jest.fn(async () => 'value');
    const resource = new Resource(load);
    resource.want();
    resource.want();
    expect(resource.current()).toEqual({ state: 'loading' });
    await resource.settled();
    resource.want();
    expect(resource.current()).toEqual({ state: 'ready', value: 'value' });
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('tells those who listen, and nobody else', async () => {
    const resource = new Resource(async () => 'value');
    const listener = jest.fn();
    const stop = resource.subscribe(listener);
    resource.set('a');
    stop();
    resource.set('b');
    expect(listener).toHaveBeenCalledTimes(1);
  });

  it('fails with nothing in hand, and loads again', async () => {
    const error = new Error('down');
    const load = jest.fn(async () => 'value').mockRejectedValueOnce(error);
    const resource = new Resource<string>(load);
    expect(await resource.settled()).toEqual({ state: 'failed', error });
    resource.reload();
    expect(resource.current()).toEqual({ state: 'loading' });
    expect(await resource.settled()).toEqual({
      state: 'ready',
      value: 'value',
    });
  });

  it('keeps what it has when it cannot be refreshed', async () => {
    const error = new Error('down');
    const resource = new Resource<string>(async () => {
      throw error;
    });
    resource.set('older');
    resource.reload();
    await settle();
    expect(resource.current()).toEqual({
      state: 'ready',
      value: 'older',
      error,
    });
  });

  it('drops an answer that was asked for before a change', async () => {
    const { load, waiting } = heldBack<string>();
    const resource = new Resource(load);
    resource.want();
    resource.set('changed');
    waiting[0].resolve('before');
    await settle();
    expect(resource.current()).toEqual({ state: 'ready', value: 'changed' });
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('asks again when it expires while an answer is on its way', async () => {
    const { load, waiting } = heldBack<string>();
    const resource = new Resource(load);
    resource.subscribe(() => {});
    resource.want();
    resource.expire();
    waiting[0].resolve('before');
    await settle();
    expect(resource.current()).toEqual({ state: 'loading' });
    waiting[1].resolve('after');
    await settle();
    expect(resource.current()).toEqual({ state: 'ready', value: 'after' });
  });

  it('loads what expired only once somebody shows it', async () => {
    const load = jest.fn(async () => 'value');
    const resource = new Resource(load);
    resource.set('older');
    resource.expire();
    expect(load).not.toHaveBeenCalled();
    resource.want();
    await settle();
    expect(resource.current()).toEqual({ state: 'ready', value: 'value' });
  });
});
