// Stage: components, in the browser. Strips of a drawing that are folded away → where everything else stands.

/** A horizontal strip of a drawing, in its own units. */
export interface Strip {
  readonly top: number;
  readonly bottom: number;
}

/** A height of the whole drawing → the height without the strips; what lies in one falls on its top. */
export function withoutStrips(strips: readonly Strip[]): (y: number) => number {
  return (y) =>
    strips.reduce(
      (left, { top, bottom }) => left - Math.min(Math.max(y - top, 0), bottom - top),
      y,
    );
}

/** How many numbers a path's command takes, and which of them are heights. */
const commands: Readonly<
  Record<string, { readonly take: number; readonly heights: readonly number[] }>
> = {
  M: { take: 2, heights: [1] },
  L: { take: 2, heights: [1] },
  T: { take: 2, heights: [1] },
  H: { take: 1, heights: [] },
  V: { take: 1, heights: [0] },
  Q: { take: 4, heights: [1, 3] },
  S: { take: 4, heights: [1, 3] },
  C: { take: 6, heights: [1, 3, 5] },
  A: { take: 7, heights: [6] },
  Z: { take: 0, heights: [] },
};

/**
 * A path with every height moved; all commands come out absolute.
 * @throws where it meets what is no path
 */
export function movePath(path: string, move: (y: number) => number): string {
  const words = path.match(/[a-zA-Z]|-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?/g) ?? [];
  let made = '';
  let at = { x: 0, y: 0 };
  let begin = at;
  for (let i = 0; i < words.length;) {
    const letter = words[i++] ?? '';
    let name = letter.toUpperCase();
    const relative = letter !== name;
    for (let first = true; first || /^[-.\d]/.test(words[i] ?? ''); first = false) {
      const command = commands[name];
      if (!command) throw new Error(`no path: ${path}`);
      const numbers = words.slice(i, (i += command.take)).map(Number);
      if (numbers.length < command.take || numbers.some(Number.isNaN))
        throw new Error(`no path: ${path}`);
      const absolute = numbers.map((number, k) => number + (relative ? offset(name, k, at) : 0));
      const [x, y] = absolute.slice(-2);
      if (name === 'Z') at = begin;
      else if (name === 'H') at = { x: x ?? at.x, y: at.y };
      else if (name === 'V') at = { x: at.x, y: x ?? at.y };
      else at = { x: x ?? at.x, y: y ?? at.y };
      if (name === 'M') begin = at;
      const moved = absolute.map((number, k) =>
        command.heights.includes(k) ? move(number) : number,
      );
      made += name + moved.map((number) => String(Math.round(number * 100) / 100)).join(' ');
      // Further pairs after a move are lines.
      if (name === 'M') name = 'L';
      if (command.take === 0) break;
    }
  }
  return made;
}

/** What a relative number counts from; an arc's radii, angle and flags count from nothing. */
function offset(name: string, index: number, { x, y }: { x: number; y: number }): number {
  if (name === 'A' && index < 5) return 0;
  if (name === 'V') return y;
  if (name === 'A') return index === 5 ? x : y;
  return index % 2 === 0 ? x : y;
}
