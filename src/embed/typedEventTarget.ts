import type { Message } from './messages.ts';

/** Events of the element, by name, with their details. */
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

/** Where there is no DOM: servers import the module of the element, but create none. */
class NoElement {}

/** HTMLElement with typed listeners for the events of the playground. */
export const TypedEventTarget = (typeof HTMLElement === 'undefined'
  ? NoElement
  : HTMLElement) as unknown as new () => Listening & HTMLElement;
