/** What a page asks the service worker of a new version: that it shall serve from now on. */
export type PageRequest = 'take-over';
