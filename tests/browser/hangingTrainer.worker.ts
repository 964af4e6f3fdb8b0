// The real worker, and a way to hang it as a fault in an engine would.
import '../../src/worker/trainer.worker.ts';

addEventListener('message', ({ data }) => {
  if (data === 'hang') for (;;);
});
