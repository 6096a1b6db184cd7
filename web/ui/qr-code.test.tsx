// The drawn QR code is the encoded one, module for module, on white with its margin.
import { renderToStaticMarkup } from 'react-dom/server';
import { encode } from 'uqr';
import { expect, test } from 'vitest';
import { QrCode } from './qr-code.tsx';

const texts = [
  'otpauth://totp/Rida:mona@example.org?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Rida&digits=6&period=30',
  'otpauth://totp/%D8%B1%D8%B6%D8%A7:mona@example.org?secret=JBSWY3DP',
  'x',
];

test.each(texts)('%s', (text) => {
  const drawn = renderToStaticMarkup(<QrCode text={text} label="Key of Mona" />);
  const size = Number(/viewBox="0 0 (\d+) \1"/.exec(drawn)?.[1]);
  const modules = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  for (const [, x, y, length] of drawn.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g))
    modules[Number(y)]!.fill(true, Number(x), Number(x) + Number(length));
  const bare = encode(text, { ecc: 'M', border: 0 });
  const margin = (size - bare.size) / 2;
  expect(margin).toBe(4);
  expect(modules.slice(4, -4).map((row) => row.slice(4, -4))).toEqual(bare.data);
  expect(modules.flat().filter(Boolean)).toHaveLength(bare.data.flat().filter(Boolean).length);
  expect(drawn).toContain('role="img" aria-label="Key of Mona"');
  expect(drawn).toMatch(/<rect width="(\d+)" height="\1" fill="#fff"><\/rect><path d="[^"]+" fill="#000">/);
});
