/** One build of the site. */
export interface Release {
  readonly version: string;
  /** Addresses relative to the site; '' is its first page. */
  readonly files: readonly string[];
}

/**
 * Prefix of the names of this site's caches. It contains the site's address because other sites may share the origin.
 */
const prefix = (site: string): string => `bayes-by-backprop ${site} `;
/** Key under which an old release records which pages still need it. */
const readersKey = 'open-pages.json';
/** Built file names contain a hash of their content: equal names mean equal files. */
const hashed = /^assets\//;
/** Maximum number of files fetched and written at the same time, so that the open page stays responsive. */
const MAX_CONCURRENT = 3;

/** The files of every release that an open page may need, one cache for each release. */
export interface Releases {
  /** Fetches a complete release; if a file is missing it rejects and stores nothing. */
  readonly keep: (release: Release) => Promise<void>;
  /** A file by its address relative to the site: of this release, else of an older one. */
  readonly find: (release: Release, key: string) => Promise<Response | undefined>;
  /** Records that the pages open now may need the older releases until they close. */
  readonly holdOlder: (release: Release, openPages: readonly string[]) => Promise<void>;
  /** Deletes older releases that no open page needs. */
  readonly dropUnread: (release: Release, openPages: readonly string[]) => Promise<void>;
}

export function releasesOf(site: string, caches: CacheStorage): Releases {
  const nameOf = ({ version }: Release): string => prefix(site) + version;
  const address = (key: string): string => new URL(key || './', site).href;
  const look = { ignoreSearch: true, ignoreVary: true };

  async function older(release: Release): Promise<readonly Cache[]> {
    // In the order of creation: a release that waits to become active comes last.
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
    // Browsers reject a redirected response for a page, as sent by hosts that hide `.html`; it is copied without the
    // redirect.
    return answer.redirected ? new Response(answer.body, { headers: answer.headers }) : answer;
  }

  async function readers(cache: Cache): Promise<readonly string[] | null> {
    const noted = await cache.match(address(readersKey));
    return noted ? ((await noted.json()) as string[]) : null;
  }

  return {
    async keep(release) {
      // A release that is deployed again, for instance after a rollback, becomes the newest.
      await caches.delete(nameOf(release));
      const cache = await caches.open(nameOf(release));
      const earlier = await older(release);
      const waiting = [...release.files];
      const keepSome = async () => {
        for (let key = waiting.shift(); key !== undefined; key = waiting.shift())
          await cache.put(address(key), await fetched(key, earlier));
      };
      try {
        await Promise.all(Array.from({ length: MAX_CONCURRENT }, keepSome));
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
        // A release without a record is waiting to become active.
        if (noted && !noted.some((page) => openPages.includes(page))) await caches.delete(name);
      }
    },
  };
}
