// Stage: components, in the browser. A drawing's size → the size of its picture: twice as sharp, as far as a canvas goes.

/** Safari refuses a canvas of more than 16,777,216 pixels, others a side of more than 16,384. */
const MOST_PIXELS = 16_777_216;
const LONGEST_SIDE = 16_384;

/** All in px; `scale` is picture / drawing. */
export function pictureSize(
  width: number,
  height: number,
): { width: number; height: number; scale: number } {
  const scale = Math.min(
    2,
    LONGEST_SIDE / Math.max(width, height),
    Math.sqrt(MOST_PIXELS / (width * height)),
  );
  return { width: Math.floor(width * scale), height: Math.floor(height * scale), scale };
}
