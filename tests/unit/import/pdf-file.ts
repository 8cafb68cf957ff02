// Lines of text on pages → the bytes of a small PDF with a text layer, as a test's own sample.

/** Each page's lines, from the top; an empty line leaves a gap. A font without glyphs serves: only its text layer is read. */
export function pdfFile(pages: readonly (readonly string[])[]): Uint8Array {
  const objects: string[] = [];
  const add = (body: string): number => objects.push(body);
  const stream = (text: string): string =>
    `<< /Length ${String(Buffer.byteLength(text, 'latin1'))} >>\nstream\n${text}\nendstream`;
  const catalog = add('');
  const tree = add('');
  const map = add(
    stream(
      '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def\n1 begincodespacerange <0000> <FFFF> endcodespacerange\n2 beginbfrange <0020> <00FF> <0020> <0E00> <0E7F> <0E00> endbfrange\nendcmap end end',
    ),
  );
  const descendant = add(
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Sample /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 500 /FontDescriptor << /Type /FontDescriptor /FontName /Sample /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 >> >>',
  );
  const font = add(
    `<< /Type /Font /Subtype /Type0 /BaseFont /Sample /Encoding /Identity-H /DescendantFonts [${String(descendant)} 0 R] /ToUnicode ${String(map)} 0 R >>`,
  );
  const kids = pages.map((lines) => {
    const show = lines
      .map((line, i) => {
        const hex = Array.from(line, (char) =>
          char.charCodeAt(0).toString(16).padStart(4, '0'),
        ).join('');
        return line === ''
          ? ''
          : `BT /F1 16 Tf 1 0 0 1 72 ${String(780 - 22 * i)} Tm <${hex}> Tj ET`;
      })
      .join('\n');
    const content = add(stream(show));
    return add(
      `<< /Type /Page /Parent ${String(tree)} 0 R /MediaBox [0 0 595 842] /Contents ${String(content)} 0 R /Resources << /Font << /F1 ${String(font)} 0 R >> >> >>`,
    );
  });
  objects[catalog - 1] = `<< /Type /Catalog /Pages ${String(tree)} 0 R >>`;
  objects[tree - 1] =
    `<< /Type /Pages /Count ${String(kids.length)} /Kids [${kids.map((kid) => `${String(kid)} 0 R`).join(' ')}] >>`;

  let file = '%PDF-1.7\n';
  const offsets = objects.map((body, i) => {
    const at = file.length;
    file += `${String(i + 1)} 0 obj\n${body}\nendobj\n`;
    return at;
  });
  const table = file.length;
  file += `xref\n0 ${String(objects.length + 1)}\n0000000000 65535 f \n`;
  file += offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  file += `trailer\n<< /Size ${String(objects.length + 1)} /Root ${String(catalog)} 0 R >>\nstartxref\n${String(table)}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}
