import type { Predictive } from '../../../experiment/pictures/snapshot.ts';
import { bandTones, type Tone } from './sonification.ts';

/** Seconds from the left end of the plot to the right. */
const SECONDS = 3;

let playing: AudioContext | null = null;

/**
 * Plays the band of a curve from left to right: one voice is the mean, a second is above it by the epistemic
 * deviation, so that they separate where the network is uncertain. A call while it plays stops it. Does nothing if
 * there is no curve.
 */
export async function listenToBand(predictive: Predictive | null): Promise<void> {
  if (playing) {
    const context = playing;
    playing = null;
    await context.close();
    return;
  }
  if (predictive?.kind !== 'curve') return;
  const ends = [...predictive.lower, ...predictive.upper].filter(Number.isFinite);
  const tones = bandTones(predictive, [Math.min(...ends), Math.max(...ends)], SECONDS);
  const context = new AudioContext();
  playing = context;
  const gain = context.createGain();
  gain.gain.value = 0.12;
  gain.connect(context.destination);
  const voice = (of: (tone: Tone) => number, type: OscillatorType) => {
    const oscillator = context.createOscillator();
    oscillator.type = type;
    for (const tone of tones)
      oscillator.frequency.linearRampToValueAtTime(of(tone), context.currentTime + tone.time);
    oscillator.connect(gain);
    oscillator.start();
    oscillator.stop(context.currentTime + SECONDS);
    return oscillator;
  };
  voice(({ upper }) => upper, 'triangle');
  voice(({ frequency }) => frequency, 'sine').onended = () => {
    if (playing !== context) return;
    playing = null;
    void context.close();
  };
}
