/** Ids by natural key, for records that name each other by key. An unknown key is a fault in our own files: it throws. */
export class KeyedIds {
  readonly #ids = new Map<string, string>();
  readonly #what: string;

  constructor(what: string, entries: Iterable<readonly [string, string]> = []) {
    this.#what = what;
    for (const [key, id] of entries) this.#ids.set(key, id);
  }

  set(key: string, id: string): void {
    this.#ids.set(key, id);
  }

  get(key: string): string {
    const id = this.#ids.get(key);
    if (id === undefined) throw new Error(`The sample data names no ${this.#what} “${key}”`);
    return id;
  }

  maybe(key: string | null): string | null {
    return key === null ? null : this.get(key);
  }
}
