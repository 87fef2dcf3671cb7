import { dayMs } from '@pilot-to-platform/plugin-pilot-common';
import { FormDrafts } from './FormDrafts';
import { Resource } from './Resource';

const noon = Date.parse('2026-11-20T12:00:00Z');

/** A browser's storage, which tells its keys as properties. */
const storage = () => window.localStorage;
const isKnown = () => new Promise(resolve => setTimeout(resolve));

async function draftsOf(person: string, now = noon) {
  const reader = new Resource(async () => person);
  const drafts = new FormDrafts({ reader, storage: storage(), now: () => now });
  await isKnown();
  return drafts;
}

describe('FormDrafts', () => {
  it('has for each person what they typed, and not what was dropped', async () => {
    const dana = await draftsOf('user:default/dana');
    dana.keep('triage i1', { note: 'In the first quarter' });
    dana.keep('triage i2', { note: 'No' });
    dana.drop('triage i2');

    const later = await draftsOf('user:default/dana');
    expect(later.of('triage i1')).toEqual({ note: 'In the first quarter' });
    expect(later.of('triage i2')).toBeUndefined();
    const priya = await draftsOf('user:default/priya');
    expect(priya.of('triage i1')).toBeUndefined();
    // Nor does a person whose name begins alike have it.
    const dan = await draftsOf('user:default/dan');
    expect(dan.of('a:triage i1')).toBeUndefined();
  });

  it('forgets after two weeks what nobody came back to, of everybody', async () => {
    const dana = await draftsOf('user:default/dana');
    dana.keep('triage i1', { note: 'Old' });
    const kept = await draftsOf('user:default/dana', noon + 14 * dayMs);
    expect(kept.of('triage i1')).toEqual({ note: 'Old' });
    await draftsOf('user:default/priya', noon + 14 * dayMs + 1);
    expect(Object.keys(storage())).toEqual([]);
  });

  it('keeps what was typed before it was known by whom', async () => {
    let tell = (_: string) => {};
    const reader = new Resource(
      () =>
        new Promise<string>(resolve => {
          tell = resolve;
        }),
    );
    const drafts = new FormDrafts({ reader, storage: storage() });
    drafts.keep('triage i1', { note: 'Early' });
    expect(Object.keys(storage())).toEqual([]);
    tell('user:default/dana');
    await isKnown();
    const later = await draftsOf('user:default/dana');
    expect(later.of('triage i1')).toEqual({ note: 'Early' });
  });

  it('asks again by whom, after a session that was over', async () => {
    let answers = 0;
    const reader = new Resource(async () => {
      answers += 1;
      if (answers === 1) throw new Error('Not signed in');
      return 'user:default/dana';
    });
    const drafts = new FormDrafts({ reader, storage: storage() });
    await isKnown();
    drafts.keep('triage i1', { note: 'Late' });
    await isKnown();
    const later = await draftsOf('user:default/dana');
    expect(later.of('triage i1')).toEqual({ note: 'Late' });
  });

  it('tells who shows it, and takes what is there for what it is', async () => {
    storage().setItem('pilot.draft:user:default/dana:triage i1', '{"at":');
    storage().setItem('pilot.draft:user:default/dana:triage i2', '"text"');
    storage().setItem('theirs', 'of another plugin');
    const drafts = await draftsOf('user:default/dana');
    expect(drafts.of('triage i1')).toBeUndefined();
    expect(drafts.of('triage i2')).toBeUndefined();
    expect(Object.keys(storage())).toEqual(['theirs']);
    const told = jest.fn();
    const stop = drafts.subscribe(told);
    drafts.keep('triage i1', { note: 'One' });
    drafts.drop('triage i1');
    drafts.drop('triage i1');
    expect(told).toHaveBeenCalledTimes(2);
    stop();
    drafts.keep('triage i1', { note: 'Two' });
    expect(told).toHaveBeenCalledTimes(2);
  });

  it('has them until the page is left where nothing can be stored', async () => {
    const reader = new Resource(async () => 'user:default/dana');
    const setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    const full = { setItem, getItem: () => null, removeItem() {} };
    for (const given of [undefined, full as unknown as Storage]) {
      const drafts = new FormDrafts({ reader, storage: given });
      await isKnown();
      drafts.keep('triage i1', { note: 'Here' });
      expect(drafts.of('triage i1')).toEqual({ note: 'Here' });
    }
  });
});
