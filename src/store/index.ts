// Store: the two stores and the lock that gives a data directory to one process. `book/` is the operational store
// (SQLite), `facts/` the fact store. Knows no act and no HTTP: it fulfils the ports that `acts` names.
export { openBook } from './book/open.ts';
export { FactStore, type FactStoreOptions } from './facts/store.ts';
export { type DirectoryLock, lockDirectory } from './lock.ts';
