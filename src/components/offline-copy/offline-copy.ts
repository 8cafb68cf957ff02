// Stage: offline, in the browser. <offline-copy>: how the copy in this browser stands, and buttons to keep, remove and install it.
import { removeCopy, writeChoice } from '../../offline/change-copy.ts';
import { keepCopy, keepsUnasked, onceLoaded, workers } from '../../offline/copy.ts';
import { wake } from '../wake/wake.ts';

type State = 'impossible' | 'none' | 'keeping' | 'kept' | 'failed' | 'removed';

const WORDS: Record<State, string> = {
  impossible: 'เบราว์เซอร์นี้เก็บสำเนาไม่ได้ ต้องเปิดเว็บผ่าน https และไม่ใช้หน้าต่างส่วนตัว',
  none: 'ยังไม่มีสำเนาในเครื่องนี้',
  keeping: 'กำลังเก็บสำเนา',
  kept: 'มีสำเนาในเครื่องนี้แล้ว ใช้ได้แม้ไม่มีอินเทอร์เน็ต',
  failed: 'เก็บสำเนาไม่สำเร็จ พื้นที่ในเครื่องอาจเต็ม หรือการเชื่อมต่อขาดระหว่างเก็บ',
  removed: 'ลบสำเนาแล้ว เว็บนี้จะไม่เก็บสำเนาอีกจนกว่าจะกดเก็บ',
};

/** Chromium's offer to install the site. */
interface InstallOffer extends Event {
  prompt(): Promise<unknown>;
}

class OfflineCopy extends HTMLElement {
  #install: InstallOffer | undefined;

  connectedCallback(): void {
    this.#button('keep').addEventListener('click', () => {
      writeChoice('keep');
      void this.#keep();
    });
    this.#button('remove').addEventListener('click', () => void this.#remove());
    this.#button('install').addEventListener('click', () => void this.#install?.prompt());
    window.addEventListener('beforeinstallprompt', (event) => {
      this.#install = event as InstallOffer;
      this.#button('install').hidden = false;
    });
    void this.#look();
  }

  async #look(): Promise<void> {
    const container = workers();
    if (!container) {
      this.#show('impossible');
      return;
    }
    try {
      const registration = await container.getRegistration(import.meta.env.BASE_URL);
      if (registration?.active) this.#show('kept');
      else if (registration?.installing) this.#follow(registration);
      else {
        this.#show('none');
        // The page itself is about to begin (site-update.ts); asked twice, the browser does it once.
        if (keepsUnasked()) onceLoaded(() => void this.#keep());
      }
    } catch {
      this.#show('impossible');
    }
  }

  async #keep(): Promise<void> {
    this.#show('keeping');
    try {
      const registration = await keepCopy();
      if (registration) this.#follow(registration);
      else this.#show('impossible');
    } catch {
      this.#show('failed');
    }
  }

  #follow(registration: ServiceWorkerRegistration): void {
    const worker = registration.installing;
    if (!worker) {
      this.#show(registration.active ? 'kept' : 'failed');
      return;
    }
    this.#show('keeping');
    worker.addEventListener('statechange', () => {
      if (worker.state === 'activated') this.#show('kept');
      else if (worker.state === 'redundant') this.#show('failed');
    });
  }

  async #remove(): Promise<void> {
    writeChoice('none');
    // Pressing the button lets the page load parts of itself, through the worker.
    await wake().catch(() => undefined);
    await removeCopy();
    this.#show('removed');
  }

  #show(state: State): void {
    this.#part('[data-state]').textContent = WORDS[state];
    this.#button('keep').hidden = !['none', 'failed', 'removed'].includes(state);
    this.#button('remove').hidden = state !== 'kept';
    this.hidden = false;
  }

  #button(name: string): HTMLElement {
    return this.#part(`[data-${name}]`);
  }

  #part(selector: string): HTMLElement {
    const part = this.querySelector<HTMLElement>(selector);
    if (!part) throw new Error(`offline-copy: no ${selector}`);
    return part;
  }
}

customElements.define('offline-copy', OfflineCopy);
