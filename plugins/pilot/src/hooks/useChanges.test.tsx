import { signalApiRef } from '@backstage/plugin-signals-react';
import { TestApiProvider } from '@backstage/test-utils';
import { act, renderHook } from '@testing-library/react';
import { changesChannel } from '@pilot-to-platform/plugin-pilot-common';
import type { PropsWithChildren } from 'react';
import { useChanges } from './useChanges';

describe('changes elsewhere', () => {
  let send: (message: object) => void;
  const unsubscribe = jest.fn();
  const signals = {
    subscribe: jest.fn((_channel: string, onMessage: any) => {
      send = message => act(() => onMessage(message));
      return { unsubscribe };
    }),
  };
  const wrapper = ({ children }: PropsWithChildren) => (
    <TestApiProvider apis={[[signalApiRef, signals as any]]}>
      {children}
    </TestApiProvider>
  );
  const pass = (ms: number) => act(() => jest.advanceTimersByTime(ms));

  beforeEach(() => {
    jest.clearAllMocks();
    jest.useFakeTimers();
  });
  afterEach(() => jest.useRealTimers());

  it('are told at once, and then at most once in five seconds', () => {
    const onChange = jest.fn();
    renderHook(() => useChanges(['mine'], onChange), { wrapper });
    expect(signals.subscribe).toHaveBeenCalledWith(
      changesChannel,
      expect.any(Function),
    );
    send({ watch: ['mine', 'other'] });
    pass(0);
    expect(onChange).toHaveBeenCalledTimes(1);
    send({ watch: ['mine'] });
    send({ watch: ['mine'] });
    pass(4900);
    expect(onChange).toHaveBeenCalledTimes(1);
    pass(100);
    expect(onChange).toHaveBeenCalledTimes(2);
  });

  it('of other targets, and what is no such message, are not told', () => {
    const onChange = jest.fn();
    renderHook(() => useChanges(['mine'], onChange), { wrapper });
    send({ watch: ['other'] });
    send({ anything: 'else' });
    pass(10_000);
    expect(onChange).not.toHaveBeenCalled();
  });

  it('may be of any target where its name is of another day', () => {
    const onChange = jest.fn();
    renderHook(() => useChanges(['2026-11-30.mine'], onChange), { wrapper });
    send({ watch: ['2026-11-30.other'] });
    expect(onChange).not.toHaveBeenCalled();
    send({ watch: ['2026-12-01.changed'] });
    expect(onChange).toHaveBeenCalledTimes(1);
  });

  it('are no longer told to a page that was left', () => {
    const onChange = jest.fn();
    const { unmount } = renderHook(() => useChanges(['mine'], onChange), {
      wrapper,
    });
    send({ watch: ['mine'] });
    send({ watch: ['mine'] });
    unmount();
    pass(10_000);
    expect(unsubscribe).toHaveBeenCalled();
    expect(onChange).toHaveBeenCalledTimes(1);
  });

  it('are not looked for without the signals plugin', () => {
    const onChange = jest.fn();
    renderHook(() => useChanges(['mine'], onChange), {
      wrapper: ({ children }: PropsWithChildren) => (
        <TestApiProvider apis={[]}>{children}</TestApiProvider>
      ),
    });
    pass(10_000);
    expect(onChange).not.toHaveBeenCalled();
  });
});
