// npm start [-- --port N]: builds the page and serves it on the loopback interface until Ctrl-C.
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = fileURLToPath(new URL('..', import.meta.url));
const host = '127.0.0.1';

try {
  const port = portFromArguments();
  const { build, preview } = await import('vite').catch(() => {
    throw new Error('the packages are not installed; run npm ci first, with Node 20.19 or newer');
  });
  console.log('Building…');
  await build({ root, logLevel: 'warn' });
  const server = await preview({ root, logLevel: 'warn', preview: { host, port, strictPort: false } });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(0));
  const served = server.httpServer.address().port;
  if (served !== port) console.log(`Port ${port} is in use; using ${served}.`);
  console.log(`Bayes by Backprop playground: http://${host}:${served}/`);
  console.log('Ctrl-C stops it.');
} catch (error) {
  console.error(`Cannot start: ${firstLine(error)}`);
  process.exit(1);
}

/** The port of --port, 4173 by default. */
function portFromArguments() {
  const { values } = parseArgs({ options: { port: { type: 'string', default: '4173' } } });
  const port = Number(values.port);
  if (!(Number.isInteger(port) && 1 <= port && port <= 65535)) {
    throw new Error(`invalid --port; must be a whole number from 1 to 65535: ${values.port}`);
  }
  return port;
}

function firstLine(error) {
  return String(error?.message ?? error)
    .trim()
    .split('\n')[0];
}
