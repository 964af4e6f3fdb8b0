import { streams } from '../../math/random.ts';
import type { Device } from './device.ts';
import { draw } from './draw.ts';
import { type Download, finishDownload, startDownload } from './fences.ts';
import { packBand, packRows, quads } from './packing.ts';
import type { Session } from './session.ts';
import {
  createTarget,
  createTexture,
  deleteTarget,
  deleteTexture,
  fillTexture,
  type Target,
  type Texture,
} from './textures.ts';

/** Numbers of rows and draws that the textures of predictions can hold. */
interface Capacity {
  readonly rows: number;
  readonly draws: number;
}

interface Room extends Capacity {
  readonly inputs: Texture;
  readonly kept: Texture;
  readonly drawn: Target;
  /** Targets for hidden layers, used alternately, and for the last layer. */
  readonly hidden: readonly [Target, Target];
  readonly outputs: Target;
}

const MAX_ROWS = 1024;
/** Limits on the columns of a texture, which all current cards support, and on the texels of the widest one. */
const MAX_COLUMNS = 4096;
const MAX_TEXELS = 2 ** 20;

/** Outputs of the network under draws of q, as Engine.outputs returns them. */
export function createPrediction(device: Device, session: Session) {
  const { problem, packing, programs } = session;
  const { inputCount, outputCount, experiment } = problem;
  const widest = Math.max(...packing.layers.map(({ outputQuads }) => outputQuads));
  const grid = [packing.shift, packing.rows, packing.texels, packing.width - 1];
  let room: Room | null = null;

  function capacityFor(rows: number, draws: number): Capacity {
    const most = Math.min(MAX_ROWS, Math.max(rows, room?.rows ?? 1));
    const limits = [
      Math.floor(MAX_COLUMNS / widest),
      Math.floor(MAX_TEXELS / (widest * most)),
      Math.floor(Math.min(device.largestTexture, MAX_COLUMNS) / packing.rows),
    ];
    return { rows: most, draws: Math.max(1, Math.min(Math.max(draws, room?.draws ?? 1), ...limits)) };
  }

  /** Textures that are large enough. They grow on demand and never shrink. */
  function roomFor(rows: number, draws: number): Room {
    const capacity = capacityFor(rows, draws);
    if (room?.rows === capacity.rows && room.draws === capacity.draws) return room;
    dispose();
    const layer = (width: number) => createTarget(device, capacity.draws * width, capacity.rows, 1);
    room = {
      ...capacity,
      inputs: createTexture(device, quads(inputCount), capacity.rows),
      kept: createTexture(device, packing.width, packing.rows),
      drawn: createTarget(device, packing.width, capacity.draws * packing.rows, 1),
      hidden: [layer(widest), layer(widest)],
      outputs: layer(quads(outputCount)),
    };
    return room;
  }

  function dispose(): void {
    if (!room) return;
    for (const target of [room.drawn, ...room.hidden, room.outputs]) deleteTarget(device, target);
    for (const texture of [room.inputs, room.kept]) deleteTexture(device, texture);
    room = null;
  }

  /** Runs all layers for `draws` draws on the rows that have been loaded. */
  function forward({ inputs, drawn, hidden, outputs }: Room, rows: number, draws: number): void {
    let values = inputs;
    packing.layers.forEach(({ base, fanIn, fanOut, inputQuads, outputQuads }, index) => {
      const last = index === packing.layers.length - 1;
      const target = last ? outputs : hidden[index % 2]!;
      const program = last ? programs.predictedLast : programs.predictedHidden;
      const source = [index === 0 ? 0 : inputQuads, 0, 0, 0];
      const layer = [base, fanIn, fanOut, outputQuads];
      const read = [values, drawn.textures[0]!];
      draw(device, program, target, read, { grid, layer, source }, draws * outputQuads, rows);
      values = target.textures[0]!;
    });
  }

  async function predict(
    state: Target,
    inputs: Float64Array,
    firstDraw: number,
    draws: number,
    kept?: Uint8Array,
  ): Promise<Float64Array> {
    const rows = inputs.length / inputCount;
    const outputs = new Float64Array(draws * rows * outputCount);
    if (outputs.length === 0) return outputs;
    const place = roomFor(rows, draws);
    fillTexture(
      device,
      place.kept,
      packBand(packing, (i) => (kept ? kept[i]! : 1)),
    );
    const parts: { readonly download: Download; readonly row: number; readonly draw: number }[] = [];
    for (let draw_ = 0; draw_ < draws; draw_ += place.draws) {
      const size = Math.min(place.draws, draws - draw_);
      session.inDraws(() =>
        draw(
          device,
          programs.predictedDraw,
          place.drawn,
          [state.textures[0]!, session.places, place.kept],
          { grid, noise: [firstDraw + draw_, 0, streams.prediction, experiment.seed] },
          packing.width,
          size * packing.rows,
        ),
      );
      for (let row = 0; row < rows; row += place.rows) {
        const count = Math.min(place.rows, rows - row);
        const part = inputs.subarray(row * inputCount, (row + count) * inputCount);
        fillTexture(device, place.inputs, packRows(part, inputCount, count));
        session.inDraws(() => forward(place, count, size));
        const width = size * quads(outputCount);
        const download = startDownload(device, place.outputs.framebuffer, 0, width, count);
        parts.push({ download, row, draw: draw_ });
      }
    }
    for (const { download, row, draw: at } of parts) {
      const values = await finishDownload(device, download);
      const across = 4 * quads(outputCount);
      const size = Math.min(place.draws, draws - at);
      const count = values.length / (size * across);
      for (let i = 0; i < count; i++)
        for (let s = 0; s < size; s++)
          for (let k = 0; k < outputCount; k++)
            outputs[((at + s) * rows + row + i) * outputCount + k] = values[(i * size + s) * across + k]!;
    }
    return outputs;
  }

  return { predict, dispose };
}
