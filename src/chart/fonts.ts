// Stage: chart. A text in the site's own font → its width and the outlines of its letters.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as fontkit from 'fontkit';
import { remembered } from '../thai/remembered.ts';
import { shortPath } from './short-path.ts';

export type Weight = 400 | 700;

/** From the project's root: the built page modules lie elsewhere. */
export const FONT_FOLDER = 'src/styles/fonts';

/** Besides those of its block: what stands below and above Thai letters. */
const THAI_LETTERS = new Set([0x2d7, 0x303, 0x331, 0x200c, 0x200d, 0x25cc]);
const isThai = (code: number): boolean =>
  (code >= 0xe01 && code <= 0xe5b) || THAI_LETTERS.has(code);

/** What another font of the reader's machine gives a letter that the font has not, in em: a guess, never too narrow. */
const UNKNOWN_WIDTH = { wide: 1.3, narrow: 0.7 };

const opened = new Map<Weight, fontkit.Font>();

/** A letter with its place in em from the text's start. */
export interface PlacedGlyph {
  /** Names the letter; the letter itself where the font has none. */
  readonly key: string;
  /** SVG path data, 1 em = 1000 units, y downwards; undefined where the font has no such letter. */
  readonly outline: string | undefined;
  readonly x: number;
  readonly y: number;
}

/**
 * The width of a text in px, equal to Chromium's canvas where the font has the letters.
 *
 * @param size px
 */
export function textWidth(text: string, size: number, weight: Weight = 400): number {
  return widths[weight](text) * size;
}

const ofWeight = <T>(
  make: (text: string, weight: Weight) => T,
): Record<Weight, (text: string) => T> => ({
  400: remembered((text) => make(text, 400)),
  700: remembered((text) => make(text, 700)),
});

/** In em. */
const widths = ofWeight((text, weight) =>
  runs(text).reduce((sum, run) => sum + runWidth(run, weight), 0),
);

/** Letters of one font side by side, in em. */
interface Laid {
  readonly width: number;
  readonly letters: readonly {
    readonly key: string;
    readonly outline: string;
    /** From where it stands to where it is drawn. */
    readonly dx: number;
    readonly dy: number;
    readonly advance: number;
  }[];
}

/** Spaces and words come again and again. */
const laidOut = ofWeight(layOut);

function layOut(text: string, weight: Weight): Laid {
  const font = open(weight);
  const scale = 1 / font.unitsPerEm;
  const { glyphs, positions, advanceWidth } = font.layout(text);
  return {
    width: advanceWidth / font.unitsPerEm,
    letters: glyphs.flatMap((glyph, i) => {
      const position = positions[i];
      if (!position) return [];
      const key = `l${String(weight / 100)}-${String(glyph.id)}`;
      return {
        key,
        outline: outlineOf(key, glyph, 1000 * scale),
        dx: position.xOffset * scale,
        dy: -position.yOffset * scale,
        advance: position.xAdvance * scale,
      };
    }),
  };
}

/** Letters as outlines, for a picture that has no font beside it. */
export function placedGlyphs(text: string, weight: Weight): PlacedGlyph[] {
  const placed: PlacedGlyph[] = [];
  let x = 0;
  for (const run of runs(text)) {
    for (const piece of drawable(run, weight)) {
      if (typeof piece !== 'string') {
        placed.push({ key: piece.char, outline: undefined, x, y: 0 });
        x += piece.width;
        continue;
      }
      for (const { key, outline, dx, dy, advance } of laidOut[weight](piece).letters) {
        // A space has none.
        if (outline !== '') placed.push({ key, outline, x: x + dx, y: dy });
        x += advance;
      }
    }
  }
  return placed;
}

const outlines = new Map<string, string>();

function outlineOf(key: string, glyph: fontkit.Glyph, scale: number): string {
  const known = outlines.get(key);
  if (known !== undefined) return known;
  const outline = shortPath(glyph.path.scale(scale, -scale).toSVG());
  outlines.set(key, outline);
  return outline;
}

/** Letters of one script side by side: a font is read by script, and Thai and what stands between come again and again. */
function runs(text: string): string[] {
  const found: string[] = [];
  let wasThai: boolean | undefined;
  for (const char of text) {
    const thai = isThai(char.codePointAt(0) ?? 0);
    if (thai === wasThai) found.push((found.pop() ?? '') + char);
    else found.push(char);
    wasThai = thai;
  }
  return found;
}

function runWidth(run: string, weight: Weight): number {
  return drawable(run, weight).reduce<number>((sum, piece) => {
    if (typeof piece !== 'string') return sum + piece.width;
    return sum + laidOut[weight](piece).width;
  }, 0);
}

/** A letter that the font lacks, and its guessed width in em. */
interface Missing {
  readonly char: string;
  readonly width: number;
}

/** A run in pieces that the font can draw, and the letters that it lacks. */
function drawable(run: string, weight: Weight): (string | Missing)[] {
  const font = open(weight);
  const pieces: (string | Missing)[] = [];
  for (const char of run) {
    const code = char.codePointAt(0) ?? 0;
    const last = pieces.at(-1);
    if (!font.hasGlyphForCodePoint(code)) pieces.push({ char, width: guessedWidth(char, code) });
    else if (typeof last === 'string') pieces[pieces.length - 1] = last + char;
    else pieces.push(char);
  }
  return pieces;
}

function guessedWidth(char: string, code: number): number {
  if (/^[\p{Mn}\p{Cf}\ufe0e\ufe0f]$/u.test(char)) return 0;
  return code > 0x2e80 || /^\p{Extended_Pictographic}$/u.test(char)
    ? UNKNOWN_WIDTH.wide
    : UNKNOWN_WIDTH.narrow;
}

function open(weight: Weight): fontkit.Font {
  const known = opened.get(weight);
  if (known) return known;
  const file = `sarabun-${String(weight)}.woff2`;
  const font = fontkit.create(readFileSync(path.resolve(FONT_FOLDER, file)));
  if ('fonts' in font) throw new Error(`${file} is a collection of fonts`);
  opened.set(weight, font);
  return font;
}
