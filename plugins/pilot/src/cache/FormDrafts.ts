/** What was typed into forms and not sent, by form, until the page is left. */
export class FormDrafts {
  readonly #drafts = new Map<string, unknown>();

  /** @param form - the name of one form, which always has drafts of one shape */
  of<T>(form: string): T | undefined {
    return this.#drafts.get(form) as T | undefined;
  }

  keep<T>(form: string, draft: T): void {
    this.#drafts.set(form, draft);
  }

  drop(form: string): void {
    this.#drafts.delete(form);
  }
}
