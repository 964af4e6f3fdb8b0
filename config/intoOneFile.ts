import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin, Rolldown } from 'vite';

type Bundle = Rolldown.OutputBundle;

/** Elements that refer to separate files. */
const tagsOfFiles =
  /\s*<(?:link rel="(?:stylesheet|modulepreload|manifest|apple-touch-icon)"|script[^>]* src=)[^>]*>(?:<\/script>)?/g;

/**
 * Vite plugin: inlines the style sheet, the script, the icon and the licences of a build into its only page, and removes
 * them from the bundle. Workers must already be inlined in the script, and the script must not be split.
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
        if (left.length > 0) throw new Error(`these files are not inlined into the page: ${left.join(', ')}`);
        const icon = readFileSync(path.join(publicFolder, 'favicon.svg'), 'utf8').trim();
        const head = `<style>${styles}</style>\n  </head>`;
        // At the end of the body, so that the stored picture is painted before the script is parsed.
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
  if (!file || names.length > 1)
    throw new Error(`expected one file to inline, found: ${names.join(', ') || 'none'}`);
  delete bundle[name];
  return file.type === 'chunk' ? file.code : String(file.source);
}

/**
 * Escapes text for a script element: sequences that would open or close a tag, and characters that an HTML parser replaces,
 * which would invalidate the hash in the policy. They occur only in string and regular expression literals, where the
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
