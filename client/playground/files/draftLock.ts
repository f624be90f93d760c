/** Lets only one tab write a draft: a second one would overwrite what the first has kept. */

/** In milliseconds. A page that is being reloaded releases its lock within this time. */
const RELOAD_TIME = 1500;

export interface DraftLock {
  /** Takes the lock of a draft and releases that of the one before. Returns whether no other tab has it. */
  take(id: string): Promise<boolean>;
}

/** Returns the lock of this tab, which the browser releases with the page. Browsers without locks give every lock. */
export function createDraftLock(): DraftLock {
  let release: () => void = () => {};
  let taken: string | undefined;
  return {
    take(id) {
      if (id === taken) return Promise.resolve(true);
      release();
      taken = undefined;
      return new Promise((resolve) => {
        // Pages that are not loaded by HTTPS have no locks, whatever the types say.
        const locks = navigator.locks as LockManager | undefined;
        if (locks === undefined) return resolve(true);
        const hold = (): Promise<void> =>
          new Promise((released) => {
            release = released;
            taken = id;
            resolve(true);
          });
        locks
          .request(`argmap.playground.${id}`, { signal: AbortSignal.timeout(RELOAD_TIME) }, hold)
          .catch(() => resolve(false));
      });
    },
  };
}
