/** Properties that a picture outside the page would lose. */
const kept = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'opacity',
  'paint-order',
  'font-family',
  'font-size',
  'font-style',
  'font-weight',
  'text-anchor',
  'visibility',
] as const;

const namespace = 'http://www.w3.org/2000/svg';
/** Room above the drawing for its title, in CSS pixels. */
const TITLE = 28;

/** A drawing of its own, in CSS pixels. */
export interface Picture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/**
 * The drawing of a plot as an SVG that needs nothing of the page: layers of canvas become images, layers of SVG keep their
 * shapes with the styles they have now. stage: the element that holds the layers. title: stands above it; words: describe it.
 */
export function stagePicture(stage: HTMLElement, title: string, words: string): Picture {
  const box = stage.getBoundingClientRect();
  const [width, height] = [Math.ceil(box.width), Math.ceil(box.height) + TITLE];
  const picture = document.createElementNS(namespace, 'svg');
  picture.setAttribute('xmlns', namespace);
  picture.setAttribute('width', String(width));
  picture.setAttribute('height', String(height));
  picture.setAttribute('viewBox', `0 0 ${width} ${height}`);
  picture.append(textElement('title', title), textElement('desc', words));
  const page = getComputedStyle(stage);
  const ground = document.createElementNS(namespace, 'rect');
  ground.setAttribute('width', '100%');
  ground.setAttribute('height', '100%');
  ground.setAttribute('fill', groundOf(stage));
  const heading = textElement('text', title);
  heading.setAttribute('x', '6');
  heading.setAttribute('y', '19');
  heading.setAttribute('fill', page.color);
  heading.setAttribute('style', `font: 600 14px ${page.fontFamily}`);
  picture.append(ground, heading);
  const layers = document.createElementNS(namespace, 'g');
  layers.setAttribute('transform', `translate(0,${TITLE})`);
  for (const layer of stage.children) {
    if (layer instanceof HTMLCanvasElement) layers.append(imageOf(layer, box.width, box.height));
    if (layer instanceof SVGSVGElement) layers.append(styledCopy(layer, box.width, box.height));
  }
  picture.append(layers);
  return { svg: new XMLSerializer().serializeToString(picture), width, height };
}

/** A picture as PNG, with so many pixels for each of CSS. Rejects where the browser cannot draw it. */
export async function pictureAsPng({ svg, width, height }: Picture, scale = 2): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * scale;
  canvas.height = height * scale;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('the browser made no picture'))),
      'image/png',
    );
  });
}

function textElement(name: 'title' | 'desc' | 'text', text: string): SVGElement {
  const element = document.createElementNS(namespace, name);
  element.textContent = text;
  return element;
}

/** The first background colour behind an element. */
function groundOf(element: HTMLElement): string {
  for (let behind: HTMLElement | null = element; behind; behind = behind.parentElement) {
    const { backgroundColor } = getComputedStyle(behind);
    if (backgroundColor !== 'transparent' && !/, 0\)$/.test(backgroundColor)) return backgroundColor;
  }
  return 'white';
}

function imageOf(canvas: HTMLCanvasElement, width: number, height: number): SVGElement {
  const image = document.createElementNS(namespace, 'image');
  image.setAttribute('width', String(width));
  image.setAttribute('height', String(height));
  image.setAttribute('href', canvas.toDataURL('image/png'));
  return image;
}

/** A copy whose every shape carries its styles; what only reacts to the pointer is left out. */
function styledCopy(source: SVGSVGElement, width: number, height: number): SVGElement {
  const copy = source.cloneNode(true) as SVGSVGElement;
  const [from, to] = [source, copy].map((root) => [...root.querySelectorAll<SVGElement>('*')]);
  from!.forEach((shape, i) => {
    const style = getComputedStyle(shape);
    const target = to![i]!;
    for (const attribute of ['class', 'tabindex', 'role', 'style']) target.removeAttribute(attribute);
    for (const property of kept) {
      const value = style.getPropertyValue(property);
      if (value !== '') target.style.setProperty(property, value);
    }
  });
  copy.removeAttribute('class');
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  return copy;
}
