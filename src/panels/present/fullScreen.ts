/** Enters or leaves full screen; does nothing if the browser refuses. */
export function toggleFullScreen(): void {
  const asked = document.fullscreenElement
    ? document.exitFullscreen()
    : document.documentElement.requestFullscreen();
  asked.catch(() => {});
}
