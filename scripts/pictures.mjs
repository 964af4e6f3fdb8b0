/**
 * The pictures of docs/pictures by name. `step`: train to this step first; `fields`: further fields of the link; `act`: actions
 * in the page before the picture; `size` and `scheme`: desktop and light by default.
 */
export const desktop = { width: 1440, height: 900 };
export const tablet = { width: 1024, height: 768 };
export const phone = { width: 390, height: 844 };

const button = (name) => (page) =>
  page.getByRole('button', { name, exact: typeof name === 'string' }).click();
const text = (words) => (page) => page.getByText(words, { exact: true }).click();

async function inTurn(page, acts) {
  for (const act of acts) await act(page);
}

/** Pins a weight in the middle of the network's first layer. */
async function pinWeight(page) {
  const surface = page.getByRole('slider', { name: 'Weights of the network' });
  const box = await surface.boundingBox();
  await surface.click({ position: { x: box.width * 0.25, y: box.height * 0.4 } });
}

async function guess(page) {
  await inTurn(page, [button('More: Predictive'), button('Guess the band…'), button('Reveal')]);
}

async function compare(page, ...acts) {
  await inTurn(page, [button('Compare'), ...acts]);
  for (let times = 0; times < 8; times++) await button('+100')(page);
  await page.waitForTimeout(4000);
}

async function drawOver(page, method) {
  await inTurn(page, [button('Compare'), button(`Draw ${method} over the plot`)]);
}

async function openControls(page) {
  await page.getByRole('button', { name: 'All controls', exact: true }).click();
}

export const pictures = {
  playground: { step: 1500 },
  plane: { step: 3000, fields: 'dataset.id=moons' },
  digits: { step: 3000, fields: 'dataset.id=digits' },
  series: { step: 3000, fields: 'dataset.id=airline' },
  'prior-predictive': { step: 0 },
  overlay: {
    step: 1500,
    fields: 'dataset.id=two-clusters&network.hidden=20&view.controls=all',
    act: async (page) => {
      await drawOver(page, 'Hamiltonian Monte Carlo');
      await page.getByRole('button', { name: 'Remove', exact: true }).waitFor({ timeout: 240_000 });
    },
  },
  'one-draw': {
    step: 1500,
    scheme: 'dark',
    fields: 'network.hidden=12&view.draw=frozen&view.drawIndex=3',
    act: pinWeight,
  },
  'slow-motion': {
    step: 1000,
    act: (page) =>
      inTurn(page, [
        pinWeight,
        button('More'),
        button('Slow motion'),
        button('Next part'),
        button('Next part'),
      ]),
  },
  'side-by-side': { step: 0, fields: 'view.compare=prior.sigma:0.3', act: compare },
  'description-length': {
    step: 3000,
    fields: 'dataset.id=cubic&network.hidden=20&view.controls=all',
    act: (page) => inTurn(page, [button('More: Free energy'), text('In bits'), text('Signal/noise')]),
  },
  guess: { step: 1500, fields: 'view.challenge=epistemic_1_below_0.2,points_below_3', act: guess },
  'states/loading': { loading: true },
  'states/empty': { step: 0, fields: 'view.controls=all', act: button('Clear') },
  'states/bad-link': { step: 0, fields: 'inference.samples=0&prior.sgima=3' },
  'states/no-graphics': {
    step: 500,
    fields: 'view.engine=wasm',
    act: (page) => inTurn(page, [button('More'), text('Engine')]),
  },
  'states/exact': {
    step: 3000,
    fields: 'dataset.id=cubic&network.hidden=&view.controls=all',
    act: (page) => drawOver(page, 'Exact posterior'),
  },
  'states/looking-back': {
    step: 1500,
    act: async (page) => {
      await page.getByRole('slider', { name: 'Moment of the run' }).focus();
      await page.keyboard.press('Home');
      for (let times = 0; times < 4; times++) await page.keyboard.press('ArrowRight');
    },
  },
  'states/four-values': { step: 0, act: (page) => compare(page, text('Four values')) },
  'states/clear': {
    step: 500,
    act: (page) => inTurn(page, [button('More: Predictive'), button('Clear a range…')]),
  },
  'states/table': {
    step: 500,
    act: (page) => inTurn(page, [button('More: Predictive'), button('Predictions as a table')]),
  },
  'states/points-as-numbers': {
    step: 500,
    fields: 'dataset.id=cubic&view.controls=all',
    act: button('Numbers…'),
  },
  'states/help': { step: 500, act: (page) => page.keyboard.press('?') },
  'states/projector': { step: 1500, fields: 'view.present=true&view.panels=predictive,cost' },
  'states/print': { step: 1500, act: (page) => page.emulateMedia({ media: 'print' }) },
  'states/phone-controls': { size: phone, step: 500, act: openControls },
  'states/phone-slow': { size: phone, scheme: 'dark', step: 500, fields: 'view.panels=predictive,step' },
};

for (const [width, size] of Object.entries({ 1440: desktop, 1024: tablet, 390: phone }))
  for (const scheme of ['light', 'dark'])
    pictures[`playground-${scheme}-${width}`] = { size, scheme, step: 1500 };
