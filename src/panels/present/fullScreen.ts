/** Enters or leaves full screen; does nothing if the browser refuses, or has none for pages (iPhones). */
export function toggleFullScreen(): void {
  const asked = document.fullscreenElement
    ? document.exitFullscreen()
    : document.documentElement.requestFullscreen?.();
  asked?.catch(() => {});
}
