import {
  symbol,
  symbolCircle,
  symbolCross,
  symbolDiamond,
  symbolSquare,
  symbolStar,
  symbolTriangle,
} from 'd3';
import type { Frame } from '../frame/frame.ts';
import type { Theme } from '../frame/theme.ts';
import type { ScatterDot } from './weightScatter.ts';

const shapes = [symbolCircle, symbolTriangle, symbolSquare, symbolDiamond, symbolCross, symbolStar];

/** SVG path of the marker of a layer, centred at the origin. area: px². */
export function layerMarker(layer: number, area: number): string {
  return symbol(shapes[layer % shapes.length], area)() ?? '';
}

/** Opacity of the markers of a layer; later layers, which usually have fewer weights, are more opaque. */
export function layerOpacity(layer: number, layerCount: number): number {
  return layerCount < 2 ? 0.6 : 0.4 + (0.45 * layer) / (layerCount - 1);
}

/** Paints one marker per weight, in the shape and opacity of its layer. */
export function paintScatter(
  context: CanvasRenderingContext2D,
  dots: readonly ScatterDot[],
  layerCount: number,
  frame: Frame,
  theme: Theme,
): void {
  const reach = 6 * theme.stroke;
  context.beginPath();
  context.rect(
    frame.left - reach,
    frame.top - reach,
    frame.right - frame.left + 2 * reach,
    frame.bottom - frame.top + 2 * reach,
  );
  context.clip();
  const area = (dots.length > 1000 ? 16 : 32) * theme.stroke ** 2;
  const markers = Array.from({ length: layerCount }, (_, layer) => new Path2D(layerMarker(layer, area)));
  context.fillStyle = theme.posterior;
  for (const { layer, x, y } of dots) {
    context.globalAlpha = layerOpacity(layer, layerCount);
    context.translate(x, y);
    context.fill(markers[layer] as Path2D);
    context.translate(-x, -y);
  }
  context.globalAlpha = 1;
}
