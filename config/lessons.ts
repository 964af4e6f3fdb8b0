import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { type Plugin, runnerImport, type UserConfig, type ViteDevServer } from 'vite';
import type { LessonRenderer, LessonSources } from '../src/lessons/sources.ts';
import { functionSource, programSource } from './functionSource.ts';
import { lessonText } from './lessonText.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const program = path.join(root, 'src/lessons/render.tsx');

/** Contents of other files that the lessons show, read when a page is rendered. */
export const lessonSources: LessonSources = {
  sourceOf: (file, name, only) =>
    functionSource(readFileSync(path.join(root, 'src', file), 'utf8'), name, only),
  programOf: (file) => programSource(readFileSync(path.join(root, 'src', file), 'utf8')),
  textOf: (slug, language) =>
    readFileSync(path.join(root, `src/lessons/chapters/${language}/${slug}.mdx`), 'utf8'),
  hasPicture: (name) =>
    ['light', 'dark', 'narrow/light', 'narrow/dark'].every((folder) =>
      existsSync(path.join(root, `public/lessons/${folder}/${name}.webp`)),
    ),
};

/**
 * Vite plugins: the lessons as static pages, `learn/<page>.html`, which `src/lessons/render.tsx` renders when the site is
 * built, and on every request of the development server. Vite processes them in the same way as index.html.
 */
export function lessons(site: Pick<UserConfig, 'css'>): Plugin[] {
  return [lessonText(), lessonPages(site)];
}

function lessonPages(site: Pick<UserConfig, 'css'>): Plugin {
  let building: Promise<LessonRenderer> | undefined;
  return {
    name: 'lesson-pages',
    async config(_config, { command }) {
      if (command === 'serve') return {};
      building = lessonRenderer(site);
      const { pages } = await building;
      const inputs = pages().map((file): [string, string] => [
        path.posix.join('learn', file.replace(/\.html$/, '')),
        path.join(root, 'learn', file),
      ]);
      return {
        build: { rolldownOptions: { input: { index: 'index.html', ...Object.fromEntries(inputs) } } },
      };
    },
    resolveId: (id) => (fileOf(id) && building ? id : null),
    async load(id) {
      const file = fileOf(id);
      return file && building ? (await building).renderPage(file, lessonSources) : null;
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const address = new URL(request.url ?? '/', 'http://localhost').pathname;
        const file = /^\/learn\/([\w.-]*)$/.exec(address)?.[1];
        if (file === undefined) return next();
        servePage(server, file || 'index.html', address).then((html) => {
          if (html === null) return next();
          response.setHeader('Content-Type', 'text/html');
          response.end(html);
        }, next);
      });
    },
  };
}

/** `distribution.html` for `/…/learn/distribution.html` in this project; null for any other file. */
function fileOf(id: string): string | null {
  const { dir, base } = path.parse(id);
  return dir === path.join(root, 'learn') && base.endsWith('.html') ? base : null;
}

/** Loads the renderer and the texts in a module runner that is separate from the build. */
export async function lessonRenderer({ css }: Pick<UserConfig, 'css'> = {}): Promise<LessonRenderer> {
  const { module } = await runnerImport<LessonRenderer>(program, {
    configFile: false,
    mode: 'production',
    root,
    logLevel: 'warn',
    ...(css ? { css } : {}),
    plugins: [lessonText(), react()],
  });
  return module;
}

async function servePage(server: ViteDevServer, file: string, address: string): Promise<string | null> {
  const { pages, renderPage } = (await server.ssrLoadModule(program)) as LessonRenderer;
  if (!pages().includes(file)) return null;
  return server.transformIndexHtml(address, renderPage(file, lessonSources));
}
