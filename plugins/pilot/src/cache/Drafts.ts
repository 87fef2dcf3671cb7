import type { InterestDraft } from '../components/NeedDialog/InterestDraft';

/** Details that were typed and not saved, by interest, until the page is left. */
export class Drafts {
  readonly #drafts = new Map<string, InterestDraft>();

  of(interestId: string): InterestDraft | undefined {
    return this.#drafts.get(interestId);
  }

  keep(interestId: string, draft: InterestDraft): void {
    this.#drafts.set(interestId, draft);
  }

  drop(interestId: string): void {
    this.#drafts.delete(interestId);
  }
}
