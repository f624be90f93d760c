/** The storage of a browser, in memory. */
import { vi } from "vitest";

/** A storage with room for some characters, whose keys are its own properties, as in browsers. */
class FakeStorage {
  constructor(capacity: number) {
    Object.defineProperty(this, "capacity", { value: capacity });
  }
  getItem(key: string): string | null {
    return Object.entries(this).find(([name]) => name === key)?.[1] ?? null;
  }
  setItem(key: string, value: string): void {
    const others = Object.entries(this).filter(([name]) => name !== key);
    const length = others.reduce(
      (sum, [name, text]) => sum + name.length + `${text}`.length,
      key.length + value.length,
    );
    if (length > (Reflect.get(this, "capacity") as number)) throw new DOMException("full", "QuotaExceededError");
    Reflect.set(this, key, value);
  }
  removeItem(key: string): void {
    Reflect.deleteProperty(this, key);
  }
}

/** Gives the page an empty storage with room for so many characters. */
export const useStorage = (capacity: number): void => {
  vi.stubGlobal("localStorage", new FakeStorage(capacity));
  vi.stubGlobal("sessionStorage", new FakeStorage(1000));
};

/** Forbids the page to store anything, as a browser can: every access fails. */
export function blockStorage(): void {
  const blocked = new Proxy(
    {},
    {
      get() {
        throw new DOMException("denied", "SecurityError");
      },
      ownKeys() {
        throw new DOMException("denied", "SecurityError");
      },
    },
  );
  vi.stubGlobal("localStorage", blocked);
  vi.stubGlobal("sessionStorage", blocked);
}
