/**
 * Reports whether the page is visible, now and on every change: its tab is in front and some part of its frame is on
 * the screen. Needs no cooperation of the host page.
 */
export function watchVisibility(onChange: (seen: boolean) => void): void {
  let onScreen = true;
  const tell = () => onChange(onScreen && document.visibilityState === 'visible');
  document.addEventListener('visibilitychange', tell);
  new IntersectionObserver((entries) => {
    onScreen = entries.at(-1)?.isIntersecting ?? true;
    tell();
  }).observe(document.documentElement);
  tell();
}
