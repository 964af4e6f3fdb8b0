import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin, Rolldown } from 'vite';

type Bundle = Rolldown.OutputBundle;

/** Tags that refer to other files. */
const tagsOfFiles =
  /\s*<(?:link rel="(?:stylesheet|modulepreload|manifest|apple-touch-icon)"|script[^>]* src=)[^>]*>(?:<\/script>)?/g;

/**
 * Vite plugin: inlines the styles, the script, the icon and the licences of a build into its only page. Workers must have been
 * inlined, and the script must be one chunk; throws if another file remains.
 */
export function intoOneFile(publicFolder: string): Plugin {
  return {
    name: 'into-one-file',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const page = take(bundle, (name) => name.endsWith('.html'));
        const styles = take(bundle, (name) => name.endsWith('.css'));
        const script = take(bundle, (name) => name.endsWith('.js'));
        const notices = take(bundle, (name) => name === 'THIRD-PARTY-NOTICES.txt');
        const left = Object.keys(bundle);
        if (left.length > 0) throw new Error(`these would lie beside the one file: ${left.join(', ')}`);
        const icon = readFileSync(path.join(publicFolder, 'favicon.svg'), 'utf8').trim();
        const head = `<style>${styles}</style>\n  </head>`;
        // After the stored picture, so that it is shown while the script is parsed.
        const body = `<script type="module">${inScript(script)}</script>\n    <script type="text/plain" id="third-party-notices">\n${inScript(notices)}</script>\n  </body>`;
        const source = page
          .replaceAll(tagsOfFiles, '')
          .replace(/(<link rel="icon" href=")[^"]*/, (_tag, start) => start + dataAddress(icon))
          .replace('</head>', () => head)
          .replace('</body>', () => body);
        this.emitFile({ type: 'asset', fileName: 'embed.html', source });
      },
    },
  };
}

/** Removes the only file with such a name from the bundle and returns its text. */
function take(bundle: Bundle, wanted: (name: string) => boolean): string {
  const names = Object.keys(bundle).filter(wanted);
  const [name = ''] = names;
  const file = bundle[name];
  if (!file || names.length > 1) throw new Error(`one file was expected of: ${names.join(', ') || 'none'}`);
  delete bundle[name];
  return file.type === 'chunk' ? file.code : String(file.source);
}

/**
 * Escapes a script for use between script tags: no `</script`, `<!--` or `<script`, and no character that an HTML parser
 * replaces, which would invalidate the hash in the policy. These occur only in strings and regular expressions, where the
 * escapes are equivalent.
 */
function inScript(code: string): string {
  return code
    .replaceAll(/<(?=\/script|!--|script)/gi, '\\x3c')
    .replaceAll('\0', '\\x00')
    .replaceAll('\r', '\\r');
}

function dataAddress(svg: string): string {
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
