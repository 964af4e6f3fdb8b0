// Patches and pooling of images [rows, height, width, channels].

/** Writes the `count` numbers of each image's patches. places: index in the image of each number, negative outside: 0. */
export function gatherPatches(
  images: usize,
  places: usize,
  patches: usize,
  rows: i32,
  imageSize: i32,
  count: i32,
): void {
  const end = places + (<usize>count << 2);
  for (; rows > 0; rows--) {
    for (let at = places; at < end; at += 4) {
      const place = load<i32>(at);
      store<f32>(patches, place < 0 ? 0 : load<f32>(images + (<usize>place << 2)));
      patches += 4;
    }
    images += <usize>imageSize << 2;
  }
}

/** The backward pass of gatherPatches: adds every number of the patches to its place in the image. */
export function scatterPatches(
  patches: usize,
  places: usize,
  images: usize,
  rows: i32,
  imageSize: i32,
  count: i32,
): void {
  const end = places + (<usize>count << 2);
  for (; rows > 0; rows--) {
    for (let at = places; at < end; at += 4) {
      const place = load<i32>(at);
      if (place >= 0) {
        const to = images + (<usize>place << 2);
        store<f32>(to, load<f32>(to) + load<f32>(patches));
      }
      patches += 4;
    }
    images += <usize>imageSize << 2;
  }
}

/**
 * 2 × 2 max pooling of each channel; of equal numbers the first is taken; an odd last row or column is ignored. winners:
 * position of each maximum, as bytes from `values`.
 */
export function poolMaxima(
  values: usize,
  out: usize,
  winners: usize,
  rows: i32,
  height: i32,
  width: i32,
  filters: i32,
): void {
  const place = <usize>filters << 2;
  const line = <usize>width * place;
  let image = values;
  for (; rows > 0; rows--) {
    for (let y = 0; y + 1 < height; y += 2)
      for (let x = 0; x + 1 < width; x += 2) {
        const corner = image + <usize>y * line + <usize>x * place;
        for (let filter: usize = 0; filter < place; filter += 4) {
          let best = corner + filter;
          let largest = load<f32>(best);
          const right = load<f32>(corner + place + filter);
          if (right > largest) {
            largest = right;
            best = corner + place + filter;
          }
          const below = load<f32>(corner + line + filter);
          if (below > largest) {
            largest = below;
            best = corner + line + filter;
          }
          const across = load<f32>(corner + line + place + filter);
          if (across > largest) {
            largest = across;
            best = corner + line + place + filter;
          }
          store<f32>(out, largest);
          store<i32>(winners, <i32>(best - values));
          out += 4;
          winners += 4;
        }
      }
    image += <usize>height * line;
  }
}

/** The backward pass of poolMaxima: adds each delta at the position of its maximum. */
export function scatterWinners(delta: usize, winners: usize, out: usize, count: i32): void {
  const end = delta + (<usize>count << 2);
  for (; delta < end; delta += 4) {
    const to = out + <usize>load<i32>(winners);
    store<f32>(to, load<f32>(to) + load<f32>(delta));
    winners += 4;
  }
}
