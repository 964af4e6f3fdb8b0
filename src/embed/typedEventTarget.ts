import type { Message } from './messages.ts';

/** What the element tells, by the name of the event. */
type PlaygroundEvents = {
  readonly [M in Exclude<Message, { readonly type: 'resize' }> as M['type']]: CustomEvent<Omit<M, 'type'>>;
};

interface Listening {
  addEventListener<T extends keyof PlaygroundEvents>(
    type: T,
    listener: (event: PlaygroundEvents[T]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  removeEventListener<T extends keyof PlaygroundEvents>(
    type: T,
    listener: (event: PlaygroundEvents[T]) => void,
    options?: boolean | EventListenerOptions,
  ): void;
}

/** HTMLElement, whose listeners are told by their types what an event of the playground carries. */
export const TypedEventTarget = HTMLElement as unknown as new () => Listening & HTMLElement;
