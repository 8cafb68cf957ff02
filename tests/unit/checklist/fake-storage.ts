// Unit tests: a Storage in memory that can be full, be blocked, or hold damaged texts.

export class FakeStorage implements Storage {
  readonly texts = new Map<string, string>();
  /** No text that is new or longer goes in. */
  full = false;
  /** As where cookies are forbidden: every call throws. */
  blocked = false;

  get length(): number {
    this.#ask();
    return this.texts.size;
  }
  key(index: number): string | null {
    this.#ask();
    return [...this.texts.keys()][index] ?? null;
  }
  getItem(key: string): string | null {
    this.#ask();
    return this.texts.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    this.#ask();
    if (this.full && value.length > (this.texts.get(key)?.length ?? -1))
      throw new DOMException('no room', 'QuotaExceededError');
    this.texts.set(key, value);
  }
  removeItem(key: string): void {
    this.#ask();
    this.texts.delete(key);
  }
  clear(): void {
    this.texts.clear();
  }
  #ask(): void {
    if (this.blocked) throw new DOMException('not allowed', 'SecurityError');
  }
}
