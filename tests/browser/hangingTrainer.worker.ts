// The real worker, with a command that hangs it as a fault in an engine would.
import '../../src/worker/trainer.worker.ts';

addEventListener('message', ({ data }) => {
  if (data === 'hang') for (;;);
});
