// Stage: chart. An SVG path of absolute places → the same path in whole units, each place counted from the one before: a third shorter.

/** How many numbers a command has. */
const NUMBERS: Readonly<Record<string, number>> = { M: 2, L: 2, Q: 4, C: 6, Z: 0 };

/**
 * Places are rounded before they are counted from one another, so that no error adds up.
 *
 * @param path of the commands M, L, Q, C and Z, each with its letter, as fontkit writes them
 * @throws RangeError where another command stands in it
 */
export function shortPath(path: string): string {
  let made = '';
  let last = '';
  let [x, y, startX, startY] = [0, 0, 0, 0];
  const add = (letter: string, numbers: readonly number[]): void => {
    const text = numbers.map((number, i) => (i > 0 && number >= 0 ? ' ' : '') + String(number));
    // A letter that comes again is left out.
    if (letter !== last) made += letter;
    else if ((numbers[0] ?? 0) >= 0) made += ' ';
    made += text.join('');
    last = letter;
  };
  for (const [, letter = '', listed = ''] of path.matchAll(/([a-z])([^a-z]*)/gi)) {
    const numbers = (listed.match(/-?\d+(?:\.\d+)?/g) ?? []).map((number) =>
      Math.round(Number(number)),
    );
    if (numbers.length !== NUMBERS[letter])
      throw new RangeError(`a path with ${letter} and ${String(numbers.length)} numbers`);
    if (letter === 'Z') {
      add('z', []);
      [x, y] = [startX, startY];
      continue;
    }
    const moved = numbers.map((number, i) => number - (i % 2 === 0 ? x : y));
    const [dx = 0, dy = 0] = moved;
    if (letter !== 'L') add(letter.toLowerCase(), moved);
    else if (dy === 0) add('h', [dx]);
    else if (dx === 0) add('v', [dy]);
    else add('l', moved);
    [x = 0, y = 0] = numbers.slice(-2);
    if (letter === 'M') {
      [startX, startY] = [x, y];
      // What follows a move without a letter is a line.
      last = '';
    }
  }
  return made;
}
