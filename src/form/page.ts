// Stage: form. → the form's one page.
import { formPolicy } from './policy.ts';

export function formPage(): string {
  return `<!doctype html>
<html lang="th">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${formPolicy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>ฟอร์มแก้เนื้อหาคู่มือ</title>
<link rel="icon" href="./favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="./page.css">
<script type="module" src="./form.js"></script>
</head>
<body>
<main id="start">
<h1>ฟอร์มแก้เนื้อหาคู่มือ</h1>
<p class="lead">สำหรับผู้ดูแลคู่มือที่ไม่ถนัดแก้แฟ้มข้อความ แก้คำ เพิ่มขั้นตอน แก้คำสั่ง บุคคล และหน่วยงานได้ในแบบฟอร์ม</p>
<ol>
<li>กดปุ่มด้านล่าง เลือกโฟลเดอร์ของโครงการ คือโฟลเดอร์ที่มี package.json แล้วอนุญาตให้แก้แฟ้ม</li>
<li>เลือกงาน คู่มือ คำสั่ง บุคคล หรือหน่วยงาน แก้ในช่อง แล้วกดบันทึก เฉพาะบรรทัดที่แก้เท่านั้นที่เปลี่ยนในแฟ้ม</li>
<li>สั่ง <code>npm run check</code> ถ้าไม่มีข้อใดค้าง ให้ commit แล้วสร้างเว็บใหม่</li>
</ol>
<p><button id="choose" type="button" hidden>เลือกโฟลเดอร์ของโครงการ</button></p>
<p id="trouble" role="alert" hidden></p>
<p id="unready">ถ้าปุ่มไม่ขึ้น หน้านี้ถูกเปิดจากแฟ้มโดยตรง ให้เปิดด้วยคำสั่ง <code>npm run form</code> หรือจากเว็บแบบ https</p>
<noscript><p>หน้านี้ต้องใช้ JavaScript ถ้าปิดไว้ แก้แฟ้มด้วยโปรแกรมแก้ข้อความได้เช่นเดิม</p></noscript>
<h2>ควรรู้ก่อนใช้</h2>
<ul>
<li>ใช้ได้กับ Chrome, Edge และเบราว์เซอร์อื่นที่ใช้ Chromium บนคอมพิวเตอร์ เพราะต้องเปิดโฟลเดอร์ในเครื่อง (File System Access API) Firefox และ Safari ยังทำไม่ได้</li>
<li>ไม่ต้องมีบัญชี ไม่มีสิ่งใดออกจากเครื่องนี้ ฟอร์มอ่านและเขียนเฉพาะแฟ้มเนื้อหาในโฟลเดอร์ที่เลือก</li>
<li>บันทึกทั้งที่ไม่ได้แก้ แฟ้มเดิมอยู่ครบทุกไบต์ ถ้าเขียนแล้วอ่านกลับมาไม่ตรงกับฟอร์ม ฟอร์มจะไม่บันทึกและบอกเหตุผล</li>
<li>ข้อความของเนื้อหาต้องตรงกับต้นฉบับ ถ้าแก้คำที่ต้นฉบับพิมพ์ผิด <code>npm run check</code> จะบอกวิธีบันทึกการแก้คำ</li>
<li>เพิ่มคู่มือ งาน คำสั่ง หรือบุคคลใหม่ ใช้ <code>npm run new</code> ส่วนการลบ ลบแฟ้มเองแล้วสั่ง <code>npm run check</code></li>
<li>ปุ่มและข้อความบางส่วนของโปรแกรมแก้ (Sveltia CMS) เป็นภาษาอังกฤษ</li>
</ul>
</main>
<div id="desk" hidden>
<header><strong>ฟอร์มแก้เนื้อหาคู่มือ</strong><p id="said" role="status">แก้แล้วกดบันทึก จากนั้นสั่ง npm run check</p></header>
<div id="nc-root"></div>
</div>
</body>
</html>
`;
}
