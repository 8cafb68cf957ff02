// Stage: import. Questions, what the command line gives and a way to ask → checked answers, or every reason why there are none.

export interface Question<Known> {
  /** The option that answers it: `--title=…`. */
  readonly option: string;
  /** What is asked for, in Thai. */
  readonly ask: string;
  /** Several answers, each by an option of its own; in a conversation an empty line ends them. */
  readonly many?: true;
  /** May be left out; `option-only`: a conversation does not even ask. */
  readonly optional?: 'asked' | 'option-only';
  /** Asked only where earlier answers call for it. */
  readonly when?: (answers: Answers, known: Known) => boolean;
  /** @throws WrongAnswer */
  readonly read: (typed: string, known: Known, answers: Answers) => string;
}

/** What somebody typed that cannot be taken. The message is in Thai and says what can. */
export class WrongAnswer extends Error {}

export class Answers {
  readonly #given = new Map<string, readonly string[]>();

  set(option: string, values: readonly string[]): void {
    this.#given.set(option, values);
  }

  /** An answer that may be left out. */
  maybe(option: string): string | undefined {
    return this.#given.get(option)?.[0];
  }

  /** @throws Error where the question was not asked: its table is wrong. */
  one(option: string): string {
    const value = this.maybe(option);
    if (value === undefined) throw new Error(`no answer to ${option}`);
    return value;
  }

  all(option: string): readonly string[] {
    return this.#given.get(option) ?? [];
  }
}

export interface Conversation {
  readonly ask: (question: string) => Promise<string>;
  readonly say: (text: string) => void;
}

/**
 * Options first; what they leave open is asked for in the conversation, again and again until it can be taken.
 * @throws WrongAnswer for an option that cannot be taken, and for what is missing where there is nobody to ask.
 */
export async function collectAnswers<Known>(
  questions: readonly Question<Known>[],
  options: Readonly<Record<string, readonly string[] | undefined>>,
  known: Known,
  conversation: Conversation | undefined,
): Promise<Answers> {
  const answers = new Answers();
  const wrong: string[] = [];
  for (const question of questions) {
    const { option } = question;
    const given = options[option];
    // One that is not called for would be dropped in silence: better said than lost.
    if (question.when?.(answers, known) === false) {
      if (given && wrong.length === 0) wrong.push(`--${option} ใช้กับคำตอบอื่นที่ให้มาไม่ได้ เอาออก`);
      continue;
    }
    if (given) {
      if (given.length > 1 && !question.many) wrong.push(`--${option} ใส่ได้ครั้งเดียว`);
      try {
        answers.set(
          option,
          given.map((typed) => question.read(typed, known, answers)),
        );
      } catch (error) {
        if (!(error instanceof WrongAnswer)) throw error;
        wrong.push(`--${option} ${error.message}`);
      }
    } else if (conversation && question.optional !== 'option-only') {
      answers.set(option, await converse(question, known, answers, conversation));
    } else if (question.optional === undefined) {
      wrong.push(`ขาด --${option}=… ${question.ask}`);
    }
  }
  if (wrong.length > 0) throw new WrongAnswer(wrong.join('\n'));
  return answers;
}

async function converse<Known>(
  question: Question<Known>,
  known: Known,
  answers: Answers,
  { ask, say }: Conversation,
): Promise<string[]> {
  const values: string[] = [];
  for (;;) {
    const place = question.many ? ` ข้อที่ ${String(values.length + 1)}` : '';
    const enough = question.optional !== undefined || values.length > 0;
    const skip = enough ? (question.many ? ' (Enter เมื่อครบ)' : ' (Enter เพื่อข้าม)') : '';
    const typed = await ask(`${question.ask}${place}${skip}: `);
    if (typed.trim() === '' && enough) return values;
    try {
      values.push(question.read(typed, known, answers));
      if (!question.many) return values;
    } catch (error) {
      if (!(error instanceof WrongAnswer)) throw error;
      say(error.message);
    }
  }
}
