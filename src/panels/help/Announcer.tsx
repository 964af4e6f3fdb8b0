import { useEffect, useState } from 'react';
import { usePlayground, usePlaygroundState } from '../ui/playgroundContext.ts';
import { nextSaid, runInWords, type Said } from './announcements.ts';

const silence: Said = { text: '', kind: 'idle', at: Number.NEGATIVE_INFINITY };

/** Live region that reports training to screen readers. */
export function Announcer() {
  const { store } = usePlayground();
  const spoken = usePlaygroundState((state) => state.spoken);
  const [said, setSaid] = useState(silence);
  useEffect(
    () =>
      store.subscribe((state) =>
        setSaid((before) => nextSaid(before, runInWords(state), state.run.kind, performance.now())),
      ),
    [store],
  );
  return (
    <p role="status" className="visually-hidden">
      {spoken ? said.text : ''}
    </p>
  );
}
