// A length that people can say is read back as it was written; any other is left alone.
import { expect, test } from 'vitest';
import { faultOfTimer } from '#engine/iso-time.ts';
import { lengthUnits, readLength, writeLength } from './iso-length.ts';

test('every amount of every unit is a length of the format and reads back', () => {
  for (const unit of lengthUnits)
    for (const amount of [1, 7, 48, 9999]) {
      const written = writeLength({ amount, unit });
      for (const workingTime of [false, true])
        expect(faultOfTimer('duration', written, workingTime), written).toBeUndefined();
      expect(readLength(written)).toEqual({ amount, unit });
    }
});

test.each(['P1DT4H', 'PT1H30M', 'P1M', 'P1Y', '', '= due', 'R3/PT1H'])('%j is not one amount of one unit', (text) => {
  expect(readLength(text)).toBeNull();
});
