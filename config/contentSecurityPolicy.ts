import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

/** An inline script or style sheet: kind, attributes, text. */
const inlined = /<(script|style)\b([^>]*)>([\s\S]*?)<\/\1>/g;

/** Inline style and event handler attributes, which a policy without `unsafe-inline` blocks. */
const refused = /<[a-z][^>]*\s(style|on[a-z]+)="/i;

/**
 * Vite plugin: adds a content security policy to every HTML page of the build. It allows only the resources that the page
 * needs, no requests to other origins, no `eval`, and only inline scripts and styles whose hashes it lists.
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

/** The page with its policy in front of everything that loads resources. name: for error messages. */
export function withPolicy(name: string, page: string): string {
  const bare = page.replaceAll(inlined, '<$1$2></$1>');
  const attribute = refused.exec(bare)?.[1];
  if (attribute) throw new Error(`${name} has an attribute "${attribute}", which its policy would refuse`);
  // The character set must be within the first kilobyte, so it stays first.
  const first = /<meta charset="utf-8" ?\/?>/i.exec(page)?.[0];
  if (!first) throw new Error(`${name} names no character set, after which its policy would stand`);
  const tag = `<meta http-equiv="Content-Security-Policy" content="${policyOf(page)}" />`;
  return page.replace(first, () => `${first}\n    ${tag}`);
}

function policyOf(page: string): string {
  const hashes: Record<'script' | 'style', string[]> = { script: [], style: [] };
  for (const [, kind, attributes = '', text = ''] of page.matchAll(inlined))
    if (kind === 'style') hashes.style.push(hashOf(text));
    else if (isProgram(attributes)) hashes.script.push(hashOf(text));
  // A page whose scripts are all inline loads nothing and connects to nothing.
  const alone = hashes.script.length > 0 && !/<script\b[^>]* src=/.test(page);
  const own = alone ? [] : ["'self'"];
  const directives: Record<string, readonly string[]> = {
    'default-src': ["'none'"],
    // Allows compiling WebAssembly, but not eval.
    'script-src': [...own, ...hashes.script, "'wasm-unsafe-eval'"],
    'style-src': [...own, ...hashes.style],
    'worker-src': alone ? ['blob:'] : ["'self'", 'blob:'],
    'connect-src': own,
    'img-src': [...own, 'data:', 'blob:'],
    'font-src': own,
    'manifest-src': own,
    'frame-src': ["'self'", 'blob:'],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
  };
  return Object.entries(directives)
    .map(([directive, sources]) => [directive, ...(sources.length > 0 ? sources : ["'none'"])].join(' '))
    .join('; ');
}

/** Whether a script is executed: other types are data. */
function isProgram(attributes: string): boolean {
  if (/\ssrc=/.test(attributes)) return false;
  const type = /\stype="([^"]*)"/.exec(attributes)?.[1] ?? 'module';
  return type === 'module' || type === 'text/javascript';
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
