/** Computed styles that an exported SVG needs inline. */
const exportedProperties = [
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
/** Height of the title above the drawing in CSS pixels. */
const TITLE_HEIGHT = 28;

/** A stand-alone drawing; sizes in CSS pixels. */
export interface Picture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/**
 * Exports a plot as SVG without external references: canvas layers become images, SVG layers are cloned with their
 * computed styles, and the figure's legend stands above. stage: element that contains the layers. title: heading.
 * words: description.
 */
export function plotPicture(stage: HTMLElement, title: string, words: string): Picture {
  const box = stage.getBoundingClientRect();
  const legend = legendOf(stage);
  const above = TITLE_HEIGHT + Math.ceil(legend.height);
  const [width, height] = [Math.ceil(box.width), Math.ceil(box.height) + above];
  const picture = document.createElementNS(namespace, 'svg');
  picture.setAttribute('xmlns', namespace);
  picture.setAttribute('width', String(width));
  picture.setAttribute('height', String(height));
  picture.setAttribute('viewBox', `0 0 ${width} ${height}`);
  picture.append(textElement('title', title), textElement('desc', words));
  const page = getComputedStyle(stage);
  const background = document.createElementNS(namespace, 'rect');
  background.setAttribute('width', '100%');
  background.setAttribute('height', '100%');
  background.setAttribute('fill', backgroundOf(stage));
  const heading = textElement('text', title);
  heading.setAttribute('x', '6');
  heading.setAttribute('y', '19');
  heading.setAttribute('fill', page.color);
  // Set through the DOM: the page's content security policy forbids style attributes in markup.
  heading.style.font = `600 14px ${page.fontFamily}`;
  legend.marks.setAttribute('transform', `translate(0,${TITLE_HEIGHT})`);
  picture.append(background, heading, legend.marks);
  const layers = document.createElementNS(namespace, 'g');
  layers.setAttribute('transform', `translate(0,${above})`);
  for (const layer of stage.children) {
    if (layer instanceof HTMLCanvasElement) layers.append(imageOf(layer, box.width, box.height));
    if (layer instanceof SVGSVGElement) layers.append(styledCopy(layer, box.width, box.height));
  }
  picture.append(layers);
  return { svg: new XMLSerializer().serializeToString(picture), width, height };
}

/** Renders a picture as PNG with `scale` pixels per CSS pixel. Rejects if the browser cannot draw it. */
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

/** The legend of a figure as SVG, laid out as on the page. */
function legendOf(stage: HTMLElement): { readonly marks: SVGElement; readonly height: number } {
  const marks = document.createElementNS(namespace, 'g');
  const origin = stage.getBoundingClientRect();
  const items = [...(stage.closest('figure')?.querySelectorAll<HTMLElement>('ul > li') ?? [])].filter(
    (item) =>
      isVisible(item) &&
      !item.querySelector('[aria-pressed="false"]') &&
      item.getBoundingClientRect().bottom <= origin.top + 1,
  );
  const boxes = items.map((item) => item.getBoundingClientRect());
  const top = Math.min(...boxes.map((box) => box.top));
  items.forEach((item, i) => {
    const box = boxes[i] as DOMRect;
    const swatch = item.querySelector('svg');
    const room = swatch?.getBoundingClientRect();
    if (swatch && room) {
      const copy = styledCopy(swatch, room.width, room.height);
      copy.setAttribute('x', String(room.left - origin.left));
      copy.setAttribute('y', String(room.top - top));
      marks.append(copy);
    }
    const style = getComputedStyle(item);
    const words = textElement('text', item.innerText.trim());
    words.setAttribute('x', String((room ? room.right + 5 : box.left) - origin.left));
    words.setAttribute('y', String((box.top + box.bottom) / 2 - top + 4));
    words.setAttribute('fill', style.color);
    words.style.font = `${style.fontSize} ${style.fontFamily}`;
    marks.append(words);
  });
  const height = boxes.length > 0 ? Math.max(...boxes.map((box) => box.bottom)) - top + 4 : 0;
  return { marks, height };
}

/** Whether an element is drawn. Safari has no checkVisibility before 17.4. */
function isVisible(element: HTMLElement): boolean {
  if ('checkVisibility' in element) return element.checkVisibility({ visibilityProperty: true });
  const { visibility } = getComputedStyle(element);
  return visibility === 'visible' && (element as HTMLElement).getClientRects().length > 0;
}

function textElement(name: 'title' | 'desc' | 'text', text: string): SVGElement {
  const element = document.createElementNS(namespace, name);
  element.textContent = text;
  return element;
}

/** Background colour of the nearest ancestor that has one. */
function backgroundOf(element: HTMLElement): string {
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

/** A clone with inline computed styles, without elements that only handle pointer events. */
function styledCopy(source: SVGSVGElement, width: number, height: number): SVGElement {
  const copy = source.cloneNode(true) as SVGSVGElement;
  const [from, to] = [source, copy].map((root) => [...root.querySelectorAll<SVGElement>('*')]);
  from!.forEach((shape, i) => {
    const style = getComputedStyle(shape);
    const target = to![i]!;
    for (const attribute of ['class', 'tabindex', 'role', 'style']) target.removeAttribute(attribute);
    for (const property of exportedProperties) {
      const value = style.getPropertyValue(property);
      if (value !== '') target.style.setProperty(property, value);
    }
  });
  copy.removeAttribute('class');
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  return copy;
}
