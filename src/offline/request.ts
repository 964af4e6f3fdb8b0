/** Message from a page to the waiting service worker: activate now. */
export type PageRequest = 'take-over';
