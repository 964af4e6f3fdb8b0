import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
};

/** A site of another origin than the playground: the files of a folder, and pages from memory. */
export interface Host {
  /** Ends with a slash. */
  readonly address: string;
  readonly close: () => void;
}

/** headers: sent with every page from memory. */
export async function serveHost(
  folder: string,
  pages: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Host> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://host');
    const name = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
    const file = path.join(folder, path.normalize(name));
    const page = pages[pathname];
    if (page !== undefined)
      for (const [key, value] of Object.entries(headers)) response.setHeader(key, value);
    Promise.resolve(page ?? readFile(file)).then(
      (body) => response.setHeader('content-type', types[path.extname(name)] ?? 'text/plain').end(body),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}/`, close: () => server.close() };
}
