// Stage: components. How a change on the page of all runs ended → what to say of it.
import type { Outcome } from '../../checklist/store.ts';

export const troubles: Record<Outcome, string> = {
  saved: '',
  full: 'ที่เก็บข้อมูลของเบราว์เซอร์เต็ม จึงยังไม่ถูกบันทึก ลบรอบงานที่ไม่ใช้แล้วก่อน',
  blocked: 'เบราว์เซอร์ไม่ให้หน้านี้เก็บข้อมูล จึงยังไม่ถูกบันทึก',
  gone: 'รอบงานนี้ถูกลบไปแล้วในอีกหน้าต่างหนึ่ง',
  newer: 'รอบงานนี้บันทึกไว้ด้วยเว็บรุ่นใหม่กว่า โหลดหน้านี้ใหม่ก่อน',
};
