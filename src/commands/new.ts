// Stage: command. `npm run new -- manual|procedure|order|person`: an author's answers → a new entry in the content.
import { createInterface } from 'node:readline';
import { officeFolders } from '../authoring/read-office.ts';
import { WrongAnswer, type Conversation } from '../import/answers.ts';
import { DraftRefused } from '../import/write-draft.ts';
import { makeNew } from './make-new.ts';

const lines = process.stdin.isTTY
  ? createInterface({ input: process.stdin, output: process.stdout })
  : undefined;
try {
  console.log(
    await makeNew(process.argv.slice(2), officeFolders(), lines && conversationOn(lines)),
  );
} catch (error) {
  if (!(error instanceof WrongAnswer) && !(error instanceof DraftRefused)) throw error;
  console.error(error.message);
  process.exitCode = 1;
} finally {
  lines?.close();
}

/** Ctrl-D or Ctrl-C at a question ends the conversation: nothing has been written yet. */
function conversationOn(terminal: ReturnType<typeof createInterface>): Conversation {
  // Several lines pasted at once are as many answers: each waits for its question.
  const typed = terminal[Symbol.asyncIterator]();
  return {
    say: (text) => console.log(text),
    ask: async (question) => {
      terminal.setPrompt(question);
      terminal.prompt();
      const line = await typed.next();
      if (line.done) throw new DraftRefused('\nยกเลิก ยังไม่ได้เขียนอะไร');
      return line.value;
    },
  };
}
