// Stage: model. A date as content files hold it: ISO, in years of the Common Era.
import { z } from 'zod';

/** No manual is dated later; what is, is a year of the Buddhist Era. */
export const LAST_YEAR = 2400;

export const IsoDate = z.iso
  .date({ abort: true })
  .refine((date) => Number(date.slice(0, 4)) < LAST_YEAR, { error: 'buddhist-era' });
