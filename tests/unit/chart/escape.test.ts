// Texts → Mermaid source and back, and XML.
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { cleanText, escapeXml, fromMermaidText, mermaidText } from '../../../src/chart/escape.ts';

/** What Mermaid's database makes of an entity code. */
const asPlaceholders = (source: string): string => source.replace(/#(\d+);/g, 'ﬂ°°$1¶ß');

suite('escaping', () => {
  test('what cannot be seen becomes one space', () => {
    assert.equal(cleanText(' ก\u200b\u202eข\u0007\n ค\ufeff'), 'ก ข ค');
  });
  test('letters and marks that belong together are composed', () => {
    assert.equal(cleanText('e\u0301'), '\u00e9');
  });
  test('a list mark at the beginning is no list', () => {
    assert.equal(mermaidText('1. ก'), '1#46; ก');
    assert.equal(mermaidText('12.5'), '12#46;5');
  });
  test('lines stay lines', () => {
    assert.equal(mermaidText('ก\nข'), 'ก<br/>ข');
    assert.equal(fromMermaidText('ก<br>ข<br/>ค'), 'ก\nข\nค');
  });
  test('entities of hand-written sources are read', () => {
    assert.equal(fromMermaidText('a ﬂ°quot¶ß &amp; ﬂ°°35¶ß'), 'a " & #');
  });
  test('any text comes back as it was, but for what cannot be seen', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const source = mermaidText(cleanText(text));
        assert.doesNotMatch(source, /["'`<>&|[\]{}()\\]/);
        assert.equal(fromMermaidText(asPlaceholders(source)), cleanText(text));
      }),
    );
  });
  test('XML has no markup left', () => {
    assert.equal(escapeXml('<a b="c">&'), '&lt;a b=&quot;c&quot;&gt;&amp;');
  });
});
