import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

/** A script or a style sheet that stands in the page itself: its kind, its attributes, its text. */
const inlined = /<(script|style)\b([^>]*)>([\s\S]*?)<\/\1>/g;

/** Styles and handlers written as attributes. No policy without `unsafe-inline` lets them act. */
const refused = /<[a-z][^>]*\s(style|on[a-z]+)="/i;

/**
 * Vite plugin: writes a content security policy into every page of the build, whoever emitted it. Nothing may be loaded
 * that the page does not need, nothing sent anywhere else, no text run as a program, and no style or script written into
 * a page but those whose hashes the policy names.
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

/** The page with its policy, before anything in it is loaded. name: for complaints. */
export function withPolicy(name: string, page: string): string {
  const bare = page.replaceAll(inlined, '<$1$2></$1>');
  const attribute = refused.exec(bare)?.[1];
  if (attribute) throw new Error(`${name} has an attribute "${attribute}", which its policy would refuse`);
  // Browsers look for the character set in the first kilobyte: that stays first.
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
  // A page that holds its own programs has nothing to load, nor anybody to ask.
  const alone = hashes.script.length > 0 && !/<script\b[^>]* src=/.test(page);
  const own = alone ? [] : ["'self'"];
  const directives: Record<string, readonly string[]> = {
    'default-src': ["'none'"],
    // WebAssembly is compiled from bytes; this allows that and no text.
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

/** Scripts of other types are data. */
function isProgram(attributes: string): boolean {
  if (/\ssrc=/.test(attributes)) return false;
  const type = /\stype="([^"]*)"/.exec(attributes)?.[1] ?? 'module';
  return type === 'module' || type === 'text/javascript';
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
