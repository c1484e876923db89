import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { joinCardText } from '../../shared/protocol/join-card';
import { startServer } from '../driver/start-server';
import { buildApp } from '../steps/build-app';
import { type Engine, findEngine } from '../steps/find-engine';
import { projectRoot } from '../steps/project-root';
import { publishSample } from '../steps/publish-sample';
import { runDemo } from '../steps/run-demo';

/** npm start: an embedded central server with the sample office, and the app on this computer's screen. */
const root = projectRoot();
const home = join(root, 'out/start');

if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) {
  process.stdout.write(
    '没有显示器：改为演示全流程。There is no display: the main job is played end to end instead.\n',
  );
  await runDemo();
} else {
  await openApp();
}

async function openApp(): Promise<void> {
  const engine = await findEngine();
  process.stdout.write(`${engine.why}\n`);
  await buildApp();
  process.stdout.write('启动中心服务器 Starting the central server …\n');
  const server = await startServer(join(home, 'server'));
  await publishSample(server);
  process.stdout.write(`中心服务器 Central server: ${server.url}\n`);
  // The server takes a free port each time, and the laptop joins it anew; the person's own name stays.
  const card = joinCardText(await server.card());
  await runUntilClosed(engine, card);
  await server.stop();
}

function runUntilClosed(engine: Engine, card: string): Promise<void> {
  const child = spawn(engine.command, [...engine.args, root], {
    stdio: 'inherit',
    env: {
      ...process.env,
      XUNJI_HOME: join(home, 'laptop'),
      XUNJI_HOST_DIALOGS: 'browser',
      XUNJI_JOIN: card,
    },
  });
  process.on('SIGINT', () => child.kill('SIGINT'));
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  return new Promise((resolve) => child.once('exit', () => resolve()));
}
