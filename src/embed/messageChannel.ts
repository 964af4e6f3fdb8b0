import { type Command, type Message, withEnvelope } from './messages.ts';
import { isAddressedToPlayground, readMessage } from './protocol.ts';
import { createRateLimit, MAX_A_SECOND } from './rateLimit.ts';

/** The handler of each command. It throws a `Refusal` if it cannot carry the command out. */
export type CommandHandlers = {
  readonly [Type in Command['type']]: (command: Extract<Command, { readonly type: Type }>) => void;
};

/** Why a valid command cannot be carried out now. */
export class Refusal extends Error {}

/** Sends a message to the parent window, which may be of any origin, and to no other window. */
export function tellHost(message: Message): void {
  window.parent.postMessage(withEnvelope(message), '*');
}

/** Handles commands of the parent window and ignores all others. A faulty command is answered by an `error`. */
export function handleHostCommands(acts: CommandHandlers): void {
  const allowance = createRateLimit();
  const refuse = (message: string): void => tellHost({ type: 'error', message });
  window.addEventListener('message', ({ source, data }) => {
    if (source !== window.parent || !isAddressedToPlayground(data)) return;
    const allowed = allowance(performance.now());
    if (allowed === 'over') refuse(`message: more than ${MAX_A_SECOND} within a second; the rest is ignored`);
    if (allowed !== 'yes') return;
    const reading = readMessage(data);
    if (!reading) return;
    if ('fault' in reading) return refuse(reading.fault);
    try {
      const { command } = reading;
      (acts[command.type] as (command: Command) => void)(command);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refuse(`${reading.command.type}: ${error.message}`);
    }
  });
}
