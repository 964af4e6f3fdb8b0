import { useEffect, useState } from 'react';
import { usePlayground, usePlaygroundState } from '../ui/playgroundContext.ts';
import { type Announcement, nextAnnouncement, runText } from './announcements.ts';

const silence: Announcement = { text: '', kind: 'idle', at: Number.NEGATIVE_INFINITY };

/** Live region that reports training to screen readers. */
export function Announcer() {
  const { store } = usePlayground();
  const announcesRun = usePlaygroundState((state) => state.announcesRun);
  const [announcement, setAnnouncement] = useState(silence);
  useEffect(
    () =>
      store.subscribe((state) =>
        setAnnouncement((before) =>
          nextAnnouncement(before, runText(state), state.run.kind, performance.now()),
        ),
      ),
    [store],
  );
  return (
    <p role="status" className="visually-hidden">
      {announcesRun ? announcement.text : ''}
    </p>
  );
}
