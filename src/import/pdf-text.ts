// Stage: import. The bytes of a PDF → the text of its text layer, line by line, marks put back in their place.
import { extractTextItems, getDocumentProxy, type StructuredTextItem } from 'unpdf';
import { mendMarks } from './displaced-marks.ts';
import { finding, type Finding } from './finding.ts';
import { nameLetters } from './unnamed-letters.ts';

const MOST_PAGES = 1000;
/** Parts of the font's size: a gap between two words, and one between two columns. */
const WORD_GAP = 0.15;
const COLUMN_GAP = 2.5;

/** @throws Error of the reader where the file is damaged, locked or no PDF. */
export async function pdfText(bytes: Uint8Array): Promise<{ text: string; findings: Finding[] }> {
  // The reader takes the bytes for itself: the caller's stay.
  const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
  if (pdf.numPages > MOST_PAGES) throw new Error(`more than ${String(MOST_PAGES)} pages`);
  const { items } = await extractTextItems(pdf);
  const findings: Finding[] = [];
  const lines: string[] = [];
  let mended = 0;
  items.forEach((page, i) => {
    const onPage = pageLines(page);
    if (onPage.every((line) => line.trim() === ''))
      findings.push(finding('page-without-text', Math.max(1, lines.length), { page: i + 1 }));
    for (const line of onPage) {
      const letters = nameLetters(line);
      const { text, mends } = mendMarks(letters.text);
      mended += mends.length + letters.named;
      findings.push(
        ...letters.doubts.map((words) => finding('marks-unsure', lines.length + 1, { words })),
      );
      lines.push(text);
    }
  });
  if (mended > 0) findings.push(finding('marks-mended', 1, { count: mended }));
  return { text: `${lines.join('\n')}\n`, findings };
}

interface Line {
  readonly y: number;
  readonly size: number;
  text: string;
  end: number;
}

/** Items of one height are a line. A larger step down is a blank line. */
export function pageLines(items: readonly StructuredTextItem[]): string[] {
  const lines: Line[] = [];
  for (const item of items) {
    const text = item.str.replace(/\s+/gu, ' ');
    if (text === '') continue;
    const size = item.fontSize || item.height || 12;
    const last = lines.at(-1);
    if (last && Math.abs(last.y - item.y) < size * 0.5) {
      const gap = (item.x - last.end) / size;
      const space = /\s$/u.test(last.text) || /^\s/u.test(text) || gap <= WORD_GAP ? '' : ' ';
      last.text += (gap > COLUMN_GAP ? '\t' : space) + text;
      last.end = Math.max(last.end, item.x + item.width);
    } else if (text.trim() !== '') lines.push({ y: item.y, size, text, end: item.x + item.width });
  }
  const steps = lines
    .slice(1)
    .map((line, i) => Math.abs((lines[i]?.y ?? 0) - line.y))
    .toSorted((a, b) => a - b);
  const usual = steps[Math.floor(steps.length / 2)] ?? Infinity;
  return lines.flatMap((line, i) => {
    const before = lines[i - 1];
    const text = line.text.replace(/ *\t */g, '\t').trimEnd();
    return before && Math.abs(before.y - line.y) > usual * 1.4 ? ['', text] : [text];
  });
}
