import { t } from '../i18n/index.ts';

/** A picture as embed code gives it. */
const dataPicture = /^data:image\/(webp|png|jpeg|svg\+xml);base64,[A-Za-z0-9+/]+=*$/;

/**
 * The picture of the experiment that the embed code gives as the `name` of the frame, which needs no script of the host and
 * reaches a sandboxed frame; null without one.
 */
export function ownPicture(): HTMLImageElement | null {
  if (!dataPicture.test(window.name)) return null;
  const picture = document.createElement('img');
  picture.className = 'shell-picture';
  picture.src = window.name;
  picture.alt = t('A picture of this experiment, trained before');
  return picture;
}

/**
 * Shows a picture with a button that starts the playground: until then little is loaded and nothing computed. Returns a
 * function that shows that it is starting.
 */
export function showPoster(shell: Element, picture: Element, onStart: () => void): () => void {
  const stage = shell.querySelector('.shell-stage');
  const status = shell.querySelector('[role=status]');
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'shell-start';
  const words = document.createElement('span');
  words.textContent = t('Train this network');
  button.append(arrow(), words);
  if (status) status.textContent = t('Nothing runs until you start it.');
  shell.querySelector('.shell-picture')?.replaceWith(picture);
  stage?.append(button);
  const start = (): void => {
    button.disabled = true;
    onStart();
  };
  button.addEventListener('click', start);
  // The whole picture is a pointer target; the button serves the keyboard.
  stage?.addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('.shell-picture')) start();
  });
  return () => {
    button.disabled = true;
    if (status) status.textContent = t('Loading the playground…');
  };
}

function arrow(): SVGElement {
  const space = 'http://www.w3.org/2000/svg';
  const picture = document.createElementNS(space, 'svg');
  picture.setAttribute('viewBox', '0 0 16 16');
  picture.setAttribute('width', '16');
  picture.setAttribute('height', '16');
  picture.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(space, 'path');
  path.setAttribute('d', 'M4 2.5v11l9.5-5.5z');
  path.setAttribute('fill', 'currentColor');
  picture.append(path);
  return picture;
}
