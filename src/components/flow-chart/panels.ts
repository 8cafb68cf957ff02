// Stage: components, in the browser, on demand. A chart → beside it what it opens: the walk, the drawing over the whole window, its Mermaid source.
// Closed until asked for. Nobody who reads without a script could open them: the page need not carry them.
import { thaiNodes } from '../../thai/thai-nodes.ts';
import { icons, type IconName } from '../icons.ts';

const icon = (name: IconName): string =>
  `<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${icons[name]}</svg>`;

const PANELS = `<section class="walk no-print" aria-label="พาเดินทีละขั้น" hidden>
<div class="walk-words"><output><b class="walk-place num" data-walk="place"></b> <span class="walk-above" data-walk="above"></span> <span class="walk-text" data-walk="text"></span> <span class="meta walk-who" data-walk="who"></span></output></div>
<button class="btn btn-bare walk-leave" type="button" data-walk="leave">ออก</button>
<p class="walk-question" id="chart-question" tabindex="-1" data-walk="question" hidden>ต้องเลือกทาง ไปทางใด</p>
<div class="walk-ways" role="group" aria-labelledby="chart-question" data-walk="ways"></div>
<div class="walk-acts">
<button class="btn" type="button" data-walk="back">${icon('back')}<span>ย้อนกลับ</span></button>
<button class="btn" type="button" data-walk="done" aria-pressed="false" hidden>${icon('task')}<span>ทำแล้ว</span></button>
<button class="btn btn-main" type="button" data-walk="next"><span data-walk="next-label">ถัดไป</span>${icon('next')}</button>
</div>
</section>
<dialog class="chart-view" aria-labelledby="chart-view">
<div class="chart-view-in">
<div class="bar">
<h2 id="chart-view"></h2>
<div class="row">
<button class="btn btn-square" type="button" data-view="out" aria-label="ย่อ">−</button>
<output class="num">100%</output>
<button class="btn btn-square" type="button" data-view="in" aria-label="ขยาย">+</button>
<button class="btn" type="button" data-view="fit">พอดีจอ</button>
<button class="btn" type="button" data-view="full">เต็มจอ</button>
<button class="btn btn-main" type="button" data-view="close">ปิด</button>
</div>
</div>
<div class="chart-view-pan" role="region" tabindex="0" aria-label="ผัง เลื่อนด้วยปุ่มลูกศร ขยายด้วยปุ่มบวกและลบ"></div>
</div>
</dialog>
<dialog class="source-view" aria-labelledby="chart-source">
<h2 id="chart-source">ซอร์ส Mermaid ของผังนี้</h2>
<pre tabindex="0" aria-label="ซอร์ส Mermaid"><code></code></pre>
<div class="row">
<button class="btn btn-main" type="button" data-chart-do="menu" data-tool="copy-source">คัดลอก</button>
<a class="btn" download>บันทึกเป็นไฟล์</a>
<button class="btn" type="button" data-chart-do="menu" data-tool="live">เปิดใน mermaid.live (เว็บอื่น)</button>
<button class="btn" type="button" data-chart-do="menu" data-tool="close">ปิด</button>
</div>
<output class="chart-notice"></output>
</dialog>
<output class="chart-notice no-print"></output>`;

/** Once. @param title of what the chart shows */
export function addPanels(chart: HTMLElement, title: string): void {
  if (chart.querySelector('dialog')) return;
  const made = document.createElement('template');
  made.innerHTML = PANELS;
  made.content.querySelector('#chart-view')?.append(...thaiNodes(`ผังงาน ${title}`));
  const source = chart.querySelector<HTMLAnchorElement>('a[data-tool="source"]');
  if (source)
    made.content.querySelector<HTMLAnchorElement>('a[download]')?.setAttribute('href', source.href);
  chart.append(made.content);
}
