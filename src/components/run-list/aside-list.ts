// Stage: components. What could not be read and was set aside → a list to look after it: save it as a file, or throw it away.
import { make } from '../../checklist/make.ts';
import { download } from '../../checklist/save-file.ts';
import { forget } from '../../checklist/store-write.ts';
import { ASIDE } from '../../checklist/store.ts';
import { dateWords } from '../../checklist/words.ts';
import type { RunList } from './run-list.ts';

/** `khumue:aside:<time>:<key it had>`; the time has 24 characters. */
const TIME = 24;

export function asideList(host: RunList): Node[] {
  const keys = host.store.keys(ASIDE);
  if (keys.length === 0) return [];
  return [
    make(
      'section',
      { class: 'block' },
      make('h2', {}, 'ข้อมูลที่เสียหาย'),
      make('p', {}, 'ข้อมูลเหล่านี้อ่านไม่ได้ จึงเก็บแยกไว้ตามที่พบ ไม่ได้ลบ บันทึกเป็นไฟล์ให้ผู้ดูแลเว็บช่วยดูได้'),
      make('ul', { class: 'run-rows' }, ...keys.map((key) => row(host, key))),
    ),
  ];
}

function row(host: RunList, key: string): HTMLElement {
  const time = key.slice(ASIDE.length, ASIDE.length + TIME);
  const save = (): void =>
    download(
      `khumue-damaged-${time.slice(0, 10)}.txt`,
      'text/plain;charset=utf-8',
      host.store.stored(key) ?? '',
    );
  const discard = (): void => {
    const text = host.store.stored(key) ?? '';
    forget(host.store, key);
    host.paint();
    host.say('ลบข้อมูลที่เสียหายแล้ว', 'เลิกทำ', () => {
      host.store.write(key, text);
      host.paint();
    });
  };
  return make(
    'li',
    {},
    make('p', {}, `พบเมื่อ ${dateWords(time, true)}`),
    make('p', { class: 'small soft' }, key.slice(ASIDE.length + TIME + 1)),
    make(
      'div',
      { class: 'row' },
      make('button', { class: 'btn', type: 'button', onclick: save }, 'บันทึกเป็นไฟล์'),
      make('button', { class: 'btn', type: 'button', onclick: discard }, 'ลบ'),
    ),
  );
}
