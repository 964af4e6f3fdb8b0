/** One build of the site. */
export interface Release {
  readonly version: string;
  /** Addresses relative to the site; '' is its first page. */
  readonly files: readonly string[];
}

/** Names of this site's caches begin so. Other sites may share the origin: their address is part of it. */
const prefix = (site: string): string => `bayes-by-backprop ${site} `;
/** Where an old release notes which pages still need it. */
const readersKey = 'open-pages.json';
/** Built names hold a hash of what they name: the same name is the same file. */
const hashed = /^assets\//;
/** Files that are fetched and written at the same time: an open page keeps the rest of the machine. */
const AT_ONCE = 3;

/** The files of every release that an open page may need, each release in a cache of its own. */
export interface Releases {
  /** Fetches a release whole; rejects, and leaves nothing, where a file cannot be had. */
  readonly keep: (release: Release) => Promise<void>;
  /** A file by its address relative to the site: this release's, else an older one's. */
  readonly find: (release: Release, key: string) => Promise<Response | undefined>;
  /** Notes that the pages open now may need the older releases until they close. */
  readonly holdOlder: (release: Release, openPages: readonly string[]) => Promise<void>;
  /** Drops older releases that no open page needs any more. */
  readonly dropUnread: (release: Release, openPages: readonly string[]) => Promise<void>;
}

export function releasesOf(site: string, caches: CacheStorage): Releases {
  const nameOf = ({ version }: Release): string => prefix(site) + version;
  const address = (key: string): string => new URL(key || './', site).href;
  const look = { ignoreSearch: true, ignoreVary: true };

  async function older(release: Release): Promise<readonly Cache[]> {
    // In the order in which they were made: one that waits to follow this one comes after it.
    const names = (await caches.keys()).filter((name) => name.startsWith(prefix(site)));
    const before = names.slice(0, names.indexOf(nameOf(release)));
    return Promise.all(before.reverse().map((name) => caches.open(name)));
  }

  async function fetched(key: string, earlier: readonly Cache[]): Promise<Response> {
    if (hashed.test(key))
      for (const cache of earlier) {
        const same = await cache.match(address(key), look);
        if (same) return same;
      }
    const answer = await fetch(address(key), { cache: 'reload' });
    if (!answer.ok) throw new Error(`${answer.status} for ${key}`);
    // A browser refuses a page whose answer was redirected elsewhere first, as hosts do that hide `.html`.
    return answer.redirected ? new Response(answer.body, { headers: answer.headers }) : answer;
  }

  async function readers(cache: Cache): Promise<readonly string[] | null> {
    const noted = await cache.match(address(readersKey));
    return noted ? ((await noted.json()) as string[]) : null;
  }

  return {
    async keep(release) {
      // One that comes back, as after a mistake that was taken back, is the latest again.
      await caches.delete(nameOf(release));
      const cache = await caches.open(nameOf(release));
      const earlier = await older(release);
      const waiting = [...release.files];
      const keepSome = async () => {
        for (let key = waiting.shift(); key !== undefined; key = waiting.shift())
          await cache.put(address(key), await fetched(key, earlier));
      };
      try {
        await Promise.all(Array.from({ length: AT_ONCE }, keepSome));
      } catch (error) {
        waiting.length = 0;
        await caches.delete(nameOf(release));
        throw error;
      }
    },
    async find(release, key) {
      const own = await caches.open(nameOf(release));
      for (const cache of [own, ...(await older(release))]) {
        const found = await cache.match(address(key), look);
        if (found) return found;
      }
      return undefined;
    },
    async holdOlder(release, openPages) {
      for (const cache of await older(release))
        if (!(await readers(cache)))
          await cache.put(address(readersKey), new Response(JSON.stringify(openPages)));
    },
    async dropUnread(release, openPages) {
      for (const name of await caches.keys()) {
        if (!name.startsWith(prefix(site)) || name === nameOf(release)) continue;
        const noted = await readers(await caches.open(name));
        // Without a note it is a release that waits to become this one.
        if (noted && !noted.some((page) => openPages.includes(page))) await caches.delete(name);
      }
    },
  };
}
