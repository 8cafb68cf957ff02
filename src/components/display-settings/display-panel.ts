// Stage: components, in the browser. The button that opens it → behind it, the panel by which a reader sets size of text, contrast and digits.
// Made here and not in the page: without this script nothing would come of a choice.

const GROUPS = [
  {
    name: 'size',
    legend: 'ขนาดตัวอักษร',
    choices: [
      { value: 'normal', label: 'ปกติ' },
      { value: 'large', label: 'ใหญ่' },
      { value: 'larger', label: 'ใหญ่มาก' },
    ],
  },
  {
    name: 'contrast',
    legend: 'ความตัดกันของสี',
    choices: [
      { value: 'normal', label: 'ปกติ' },
      { value: 'more', label: 'สูง' },
    ],
  },
  {
    name: 'digits',
    legend: 'ตัวเลข',
    choices: [
      { value: 'printed', label: 'ตามต้นฉบับ' },
      { value: 'thai', label: '๑๒๓', spoken: 'เลขไทย' },
      { value: 'arabic', label: '123', spoken: 'เลขอารบิก' },
    ],
  },
];

/** Its words are held together as thaiHtml does it at build. */
const REMARK =
  'เลขเปลี่ยนเฉพาะที่ตาเห็น <span class="w">ต้นฉบับ</span> ที่มา และข้อความที่<span class="w">คัดลอก</span>ยังเป็นเลขตามที่พิมพ์';

function choice(
  name: string,
  { value, label, spoken }: { value: string; label: string; spoken?: string },
): string {
  const aloud = spoken === undefined ? '' : ` aria-label="${spoken}"`;
  return `<label class="chip as-printed"><input type="radio" name="${name}" value="${value}"${aloud}> <span>${label}</span></label>`;
}

/** @returns its form; undefined on a page without the button */
export function addDisplayPanel(): HTMLFormElement | undefined {
  const button = document.querySelector('.display-open');
  const groups = GROUPS.map(
    ({ name, legend, choices }) =>
      `<fieldset><legend>${legend}</legend><div class="chips">${choices.map((one) => choice(name, one)).join('')}</div></fieldset>`,
  );
  button?.insertAdjacentHTML(
    'afterend',
    `<div class="display" id="display" popover role="dialog" aria-labelledby="display-title"><form>
<div class="display-top"><h2 id="display-title">การแสดงผล</h2> <button class="btn btn-bare" type="button" popovertarget="display">ปิด</button></div>
${groups.join('')}
<p class="small soft">${REMARK}</p>
<button class="btn" type="reset">กลับเป็นค่าตั้งต้น</button>
<p class="small" role="status"></p>
</form></div>`,
  );
  return document.querySelector<HTMLFormElement>('#display form') ?? undefined;
}
