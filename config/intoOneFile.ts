import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin, Rolldown } from 'vite';

type Bundle = Rolldown.OutputBundle;

/** Attributes that only a file beside the page needs. */
const tagsOfFiles =
  /\s*<(?:link rel="(?:stylesheet|modulepreload|manifest|apple-touch-icon)"|script[^>]* src=)[^>]*>(?:<\/script>)?/g;

/**
 * Vite plugin: writes the styles, the script, the icon and the licences of a build into its one page, and leaves nothing
 * beside it. Every worker must be in the script already, and nothing may be loaded later.
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
        // After the stored picture, which is on the screen while the script is still read.
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

/** The text of the one file of the bundle with such a name, which leaves the bundle. */
function take(bundle: Bundle, wanted: (name: string) => boolean): string {
  const names = Object.keys(bundle).filter(wanted);
  const [name = ''] = names;
  const file = bundle[name];
  if (!file || names.length > 1) throw new Error(`one file was expected of: ${names.join(', ') || 'none'}`);
  delete bundle[name];
  return file.type === 'chunk' ? file.code : String(file.source);
}

/**
 * A program as it may stand between script tags: nothing ends or opens a tag, and no character is one that a reader of
 * HTML replaces, which would break the hash that its policy names. Such text only occurs inside strings and expressions,
 * where the escapes mean the same.
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
