import { describeProblem, problem } from '../../shared/problems';
import { runCommand } from './run-command';

const io = {
  out: (text: string) => void process.stdout.write(text),
  err: (text: string) => void process.stderr.write(text),
};

try {
  process.exitCode = await runCommand(process.argv.slice(2), io);
} catch (error) {
  const bug = problem('internal.bug');
  io.err(
    `${describeProblem(bug, 'zh')}\n${describeProblem(bug, 'en')}\n${error instanceof Error ? error.stack : ''}\n`,
  );
  process.exitCode = 1;
}
