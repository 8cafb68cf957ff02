// Stage: authoring. Many reports of one thing → one run, once they have stopped.

/**
 * Editors write a file in several goes, and the watcher (chokidar) tells of one change in 50 ms only:
 * who reads at the first word of it can read half a file, and never hears of the rest.
 */
const QUIET_MS = 150;

/** Runs once for each key, when nothing more has been said of it for 150 ms. */
export function whenQuiet<Key>(run: (key: Key) => void): (key: Key) => void {
  const waits = new Map<Key, NodeJS.Timeout>();
  return (key) => {
    clearTimeout(waits.get(key));
    waits.set(
      key,
      setTimeout(() => {
        waits.delete(key);
        run(key);
      }, QUIET_MS),
    );
  };
}
