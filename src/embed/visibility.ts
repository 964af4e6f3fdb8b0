/**
 * Tells whether the page can be seen now, and whenever that changes: its tab is in front, and some of its frame is on the
 * screen. Pages that hold it need not help.
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
