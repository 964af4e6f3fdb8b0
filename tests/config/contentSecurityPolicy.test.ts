import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { withPolicy } from '../../config/contentSecurityPolicy.ts';

const page = (head: string, body = '') =>
  `<!doctype html><html><head><meta charset="utf-8" />${head}</head><body>${body}</body></html>`;
const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

it('a page that loads its scripts may load its own, and runs no inline script', () => {
  const made = withPolicy('x.html', page('<script type="module" src="./a.js"></script>'));
  expect(made).toContain("script-src 'self' 'wasm-unsafe-eval';");
  expect(made).toContain("connect-src 'self';");
  expect(made.indexOf('Content-Security-Policy')).toBeLessThan(made.indexOf('<script'));
});

it('a page with inline scripts runs exactly those, and may send no request', () => {
  const made = withPolicy(
    'x.html',
    page(
      '<style>a {}</style>',
      '<script type="module">run("<p>")</script><script type="text/plain">x</script>',
    ),
  );
  expect(made).toContain(`script-src ${hash('run("<p>")')} 'wasm-unsafe-eval';`);
  expect(made).toContain(`style-src ${hash('a {}')};`);
  expect(made).toContain("connect-src 'none';");
  expect(made).not.toContain(hash('x'));
});

it.each([
  ['a style attribute', '<p style="color: red">', /x\.html has an attribute "style"/],
  ['a handler', '<p class="a" onclick="run()">', /x\.html has an attribute "onclick"/],
])('the build refuses %s, which the policy would block', (_name, body, message) => {
  expect(() => withPolicy('x.html', page('', body))).toThrow(message);
});
