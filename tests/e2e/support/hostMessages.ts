import { createChance } from '../../fuzz/chance.ts';
import { anyMessage } from '../../fuzz/messages.ts';

/** Runs in a page that contains a playground: messages to send it, by seed and number. */
Object.assign(globalThis, {
  messageOf: (seed: number, number: number) => anyMessage(createChance(seed, number)),
});
