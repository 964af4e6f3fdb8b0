import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.txt': 'text/plain',
  '.webmanifest': 'application/manifest+json',
};

/** A plain static host of the built site below a path, whose files a test can change. */
export interface Site {
  readonly address: string;
  /** What is served in place of a built file; null: the file is missing. */
  readonly changed: Map<string, string | null>;
  readonly close: () => void;
}

export async function serveSite(below: string): Promise<Site> {
  const changed: Site['changed'] = new Map();
  const server: Server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '', 'http://host');
    const name = pathname.startsWith(below)
      ? pathname.slice(below.length).replace(/(^|\/)$/, '$1index.html')
      : '';
    const content = name === '' ? null : contentOf(name);
    response.writeHead(content === null ? 404 : 200, {
      'content-type': types[path.extname(name)] ?? 'text/plain',
      // The hardest case for caching: only the service worker stores anything.
      'cache-control': 'no-store',
    });
    response.end(content ?? 'not here');
  });
  function contentOf(name: string): string | Buffer | null {
    if (changed.has(name)) return changed.get(name) ?? null;
    try {
      return readFileSync(path.join('dist', name));
    } catch {
      return null;
    }
  }
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { address: `http://127.0.0.1:${port}${below}`, changed, close };
}
