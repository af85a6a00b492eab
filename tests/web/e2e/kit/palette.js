// SPDX-License-Identifier: Apache-2.0
// A picture of text and flat colours, written with 256 colours: a quarter of the bytes, and nobody sees it.
import {deflateSync} from 'node:zlib';

// In a page, which can read a PNG: the 256 most frequent colours, and for each pixel the nearest of them.
const indexed = async (png) => {
  const image = new Image();
  image.src = 'data:image/png;base64,' + png;
  await image.decode();
  const {width, height} = image;
  const pen = new OffscreenCanvas(width, height).getContext('2d');
  pen.drawImage(image, 0, 0);
  const pixels = new Uint32Array(pen.getImageData(0, 0, width, height).data.buffer);
  const counts = new Map();
  for (const one of pixels) counts.set(one, (counts.get(one) ?? 0) + 1);
  const channels = (one) => [one & 255, (one >> 8) & 255, (one >> 16) & 255];
  const palette = [...counts]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, 256)
    .map(([one]) => channels(one));
  const nearest = new Map();
  for (const one of counts.keys()) {
    const [r, g, b] = channels(one);
    const far = palette.map((to) => (to[0] - r) ** 2 + (to[1] - g) ** 2 + (to[2] - b) ** 2);
    nearest.set(one, far.indexOf(Math.min(...far)));
  }
  let text = '';
  for (const one of pixels) text += String.fromCharCode(nearest.get(one));
  return {width, height, palette, pixels: btoa(text)};
};

const CHECKS = Uint32Array.from({length: 256}, (_, one) => {
  for (let i = 0; i < 8; ++i) one = one & 1 ? (one >>> 1) ^ 0xedb88320 : one >>> 1;
  return one;
});

function chunk(name, data) {
  const body = Buffer.concat([Buffer.from(name), data]);
  const check = body.reduce((sum, byte) => CHECKS[(sum ^ byte) & 255] ^ (sum >>> 8), 0xffffffff);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(~check >>> 0, body.length + 4);
  return out;
}

/** @param {import('playwright-core').Page} page an empty one @param {Buffer} png @returns {Promise<Buffer>} */
export async function withPalette(page, png) {
  const {width, height, palette, pixels} = await page.evaluate(indexed, png.toString('base64'));
  const from = Buffer.from(pixels, 'base64'),
    rows = Buffer.alloc((width + 1) * height); // each with its filter before it: none
  for (let y = 0; y < height; ++y) from.copy(rows, y * (width + 1) + 1, y * width, (y + 1) * width);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', head),
    chunk('PLTE', Buffer.from(palette.flat())),
    chunk('IDAT', deflateSync(rows, {level: 9})),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
