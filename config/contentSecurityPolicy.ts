import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

/** An inline script or style sheet. Groups: element name, attributes, text. */
const inlined = /<(script|style)\b([^>]*)>([\s\S]*?)<\/\1>/g;

/** Style and event handler attributes, which only a policy with `unsafe-inline` would allow. */
const refused = /<[a-z][^>]*\s(style|on[a-z]+)="/i;

/**
 * Vite plugin: writes a content security policy into every HTML file of the build, whichever plugin emitted it. The policy
 * allows only the resources that the page needs, no requests to other origins, no evaluation of strings, and only the
 * inline styles and scripts whose hashes it lists.
 */
export function contentSecurityPolicy(): Plugin {
  return {
    name: 'content-security-policy',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const file of Object.values(bundle))
          if (file.type === 'asset' && file.fileName.endsWith('.html'))
            file.source = withPolicy(file.fileName, String(file.source));
      },
    },
  };
}

/** The page with its policy, in front of everything that loads a resource. name: file name for error messages. */
export function withPolicy(name: string, page: string): string {
  const bare = page.replaceAll(inlined, '<$1$2></$1>');
  const attribute = refused.exec(bare)?.[1];
  if (attribute) throw new Error(`${name} has an attribute "${attribute}", which its policy would block`);
  // Browsers look for the character set in the first kilobyte, so it stays in front.
  const first = /<meta charset="utf-8" ?\/?>/i.exec(page)?.[0];
  if (!first) throw new Error(`${name} declares no character set, which the policy has to follow`);
  const tag = `<meta http-equiv="Content-Security-Policy" content="${policyOf(page)}" />`;
  return page.replace(first, () => `${first}\n    ${tag}`);
}

function policyOf(page: string): string {
  const hashes: Record<'script' | 'style', string[]> = { script: [], style: [] };
  for (const [, kind, attributes = '', text = ''] of page.matchAll(inlined))
    if (kind === 'style') hashes.style.push(hashOf(text));
    else if (isProgram(attributes)) hashes.script.push(hashOf(text));
  // A page with inline scripts only loads nothing and connects to no server.
  const alone = hashes.script.length > 0 && !/<script\b[^>]* src=/.test(page);
  const own = alone ? [] : ["'self'"];
  const directives: Record<string, readonly string[]> = {
    'default-src': ["'none'"],
    // Allows compiling WebAssembly from bytes, but not evaluating strings.
    'script-src': [...own, ...hashes.script, "'wasm-unsafe-eval'"],
    'style-src': [...own, ...hashes.style],
    'worker-src': alone ? ['blob:'] : ["'self'", 'blob:'],
    'connect-src': own,
    'img-src': [...own, 'data:', 'blob:'],
    'font-src': alone ? ['data:'] : own,
    'manifest-src': own,
    'frame-src': ["'self'", 'blob:'],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
  };
  return Object.entries(directives)
    .map(([directive, sources]) => [directive, ...(sources.length > 0 ? sources : ["'none'"])].join(' '))
    .join('; ');
}

/** Whether a script element is executed; other types are data. */
function isProgram(attributes: string): boolean {
  if (/\ssrc=/.test(attributes)) return false;
  const type = /\stype="([^"]*)"/.exec(attributes)?.[1] ?? 'module';
  return type === 'module' || type === 'text/javascript';
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
